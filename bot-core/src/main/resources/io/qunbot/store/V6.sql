-- How words leave: by which channel, how soon, how often at most, and what is not known of it.
alter table outbox add column gateway text not null default '';
alter table outbox add column urgency int not null default 0;
alter table outbox add column asked int not null default 1;
alter table outbox add column delivery text not null default 'AT_LEAST_ONCE';
alter table outbox add column merge_key text not null default '';
alter table outbox add column about text not null default '';
-- What the channel calls it.
alter table outbox add column reference text not null default '';
-- 1 from just before the channel is asked until its answer is known: after a crash nobody knows more.
alter table outbox add column sending int not null default 0;
-- 1 once an attempt ended without anybody knowing whether it was said.
alter table outbox add column doubt int not null default 0;

update outbox set gateway = channel;

drop index outbox_waiting;
create index outbox_waiting on outbox (gateway, urgency, id) where outcome = 'WAITING';
create index outbox_lane on outbox (lane, id);
create index outbox_outcome on outbox (outcome);

-- Each use of a budget, for as long as it counts.
create table spent (
    id integer not null primary key,
    purse text not null,
    at bigint not null,
    until bigint not null
);

create index spent_purse on spent (purse, at);
create index spent_until on spent (until);
