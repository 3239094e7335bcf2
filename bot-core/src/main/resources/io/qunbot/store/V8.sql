-- Since when nobody knows of an attempt whether it was said: what a channel knows again it knows for minutes only. 0 when nothing is open.
alter table outbox add column unsure bigint not null default 0;

-- QR codes by which customers join groups: WeCom's console shows none of them, and there is no call that lists them.
create table join_way (
    id text not null primary key,
    channel text not null,
    state text not null,
    remark text not null,
    chats text not null,
    code text not null,
    at bigint not null
);
