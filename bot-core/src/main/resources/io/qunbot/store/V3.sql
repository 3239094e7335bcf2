-- Why turns ended as they did. A turn in which nothing was done, and nothing was near, has no row: that it was dull
-- is known from its absence. No words of a message are in here but those that a rule matched; whoever erases an
-- event erases its row.
create table trace (
    seq integer not null primary key,
    weight int not null,
    at bigint not null,
    book text not null,
    profile text not null,
    findings text not null
);

-- Those that only tell of something held back: the first to go when there are too many.
create index trace_light on trace (seq) where weight = 1;

-- From which journal row on which rules were in force.
create table trace_book (
    seq integer not null primary key,
    book text not null,
    at bigint not null
);
