-- What colleagues have on their desks: what was asked, how long they have, who is next, and what became of it.
alter table outbox add column quote text not null default '';
-- 0 for any time.
alter table outbox add column deadline bigint not null default 0;
alter table outbox add column next text not null default '';
alter table outbox add column step bigint not null default 0;
-- A verdict's name; empty while there is none.
alter table outbox add column verdict text not null default '';
alter table outbox add column judge text not null default '';
alter table outbox add column note text not null default '';

create index outbox_desk on outbox (deadline) where verdict = '' and kind in ('draft', 'task', 'tell');
