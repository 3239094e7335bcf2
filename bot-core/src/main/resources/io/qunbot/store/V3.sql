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

create index trace_weight on trace (weight, seq);

-- From which journal row on which rules were in force.
create table trace_book (
    seq integer not null primary key,
    book text not null,
    at bigint not null
);
