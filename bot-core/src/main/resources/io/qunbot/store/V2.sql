-- What plugins remarked about events: which of them went unanswered, for one. The words stay in the journal
-- alone, so that what is erased there is gone here.
create table remark (
    seq bigint not null,
    profile text not null,
    plugin text not null,
    kind text not null,
    subject text not null,
    number double precision not null,
    at bigint not null
);

create index remark_at on remark (profile, plugin, at);
create index remark_seq on remark (seq);
