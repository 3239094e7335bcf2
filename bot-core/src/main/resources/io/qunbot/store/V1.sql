-- Plain SQL that PostgreSQL takes as well: text, bigint epoch milliseconds, int, blobs.

create table lane (
    id int not null primary key,
    name text not null unique,
    kind text,
    channel text,
    first_name text,
    first_seen bigint not null
);

-- One row a message: event, decision and passive answer. Append-only; no index but the sequence,
-- since every other one would dirty a page per message.
create table journal (
    seq integer not null primary key,
    lane int not null,
    channel text not null,
    id text not null,
    at bigint not null,
    received bigint not null,
    state int not null,
    payload blob not null,
    answer text,
    rule text
);

-- Only rows written before their turn was done are in this index.
create index journal_open on journal (seq) where state = 0;

-- How an open journal row ended; an append, not an update.
create table completion (
    seq integer not null primary key,
    at bigint not null,
    state int not null
);

create table memory (
    lane int not null,
    plugin text not null,
    key text not null,
    value text not null,
    primary key (lane, plugin, key)
) /* clustered */;

create table alarm (
    lane int not null,
    plugin text not null,
    key text not null,
    at bigint not null,
    payload text not null,
    primary key (lane, plugin, key)
) /* clustered */;

create index alarm_due on alarm (at);

create table outbox (
    id integer not null primary key,
    seq bigint not null,
    lane int not null,
    channel text not null,
    kind text not null,
    recipient text not null,
    body text not null,
    plugin text not null,
    rule text not null,
    created bigint not null,
    due bigint not null,
    expires bigint not null,
    attempts int not null,
    outcome text not null,
    reason text not null,
    updated bigint not null
);

create index outbox_waiting on outbox (due) where outcome = 'WAITING';
create index outbox_seq on outbox (seq);

-- Which journal rows belong to a lane; written behind, in large batches, up to the mark 'chat_row'.
create table chat_row (
    lane int not null,
    seq bigint not null,
    primary key (lane, seq)
) /* clustered */;

create table mark (
    name text not null primary key,
    value bigint not null
);

-- The newest content of each rule file that took effect.
create table good_file (
    path text not null primary key,
    content blob not null,
    at bigint not null
);
