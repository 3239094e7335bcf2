-- Which messages of a session archive are in the journal, so that a page may come any number of times: for good, and
-- in the order of their time, in which they come, so that a new one touches the page of the one before.
create table heard (
    at bigint not null,
    print bigint not null,
    primary key (at, print)
) /* clustered */;

-- Which messages were taken back by whoever said them, whether they are in the journal yet or not.
create table recalled (
    channel text not null,
    id text not null,
    primary key (channel, id)
) /* clustered */;
