-- Since when nobody knows of an attempt whether it was said: what a channel knows again it knows for minutes only. 0 when nothing is open.
alter table outbox add column unsure bigint not null default 0;
