-- What proves that nothing was changed: a chain of digests for each lane and day, made behind the hot path, up to
-- the marks 'seal' and 'seal_words'. proof is a random salt and the beginning of the salted digest; of what is gone
-- it is the whole digest, and the salt is no more.
create table seal (
    lane int not null,
    seq bigint not null,
    -- 0 for what is there, -1 for what went when its time was over, else the tombstone.
    gone bigint not null,
    proof blob not null,
    primary key (lane, seq)
) /* clustered */;

-- The same of the bot's own words, each time that their outcome is known.
create table seal_words (
    lane int not null,
    id bigint not null,
    words bigint not null,
    gone bigint not null,
    outcome text not null,
    -- The version of the rules that were in force.
    book text not null,
    proof blob not null,
    primary key (lane, id)
) /* clustered */;

create index seal_words_words on seal_words (words);

-- Words before the mark whose outcome is not known yet, or not any more.
create table seal_open (
    words integer not null primary key
);

-- Where the chain of a lane stood at the end of a day. kind is 0 for events, 1 for the bot's words.
create table seal_day (
    kind int not null,
    lane int not null,
    day int not null,
    first bigint not null,
    last bigint not null,
    count bigint not null,
    -- The time of the oldest that is still there.
    oldest bigint not null,
    head blob not null,
    primary key (kind, lane, day)
) /* clustered */;

-- What stands where the beginning of a chain was, whose time was over.
create table seal_cut (
    kind int not null,
    lane int not null,
    day int not null,
    head blob not null,
    count bigint not null,
    -- How many are gone since, and still have their digest in the chain.
    loose bigint not null,
    -- Everything older was to go.
    before bigint not null,
    primary key (kind, lane)
) /* clustered */;

-- What stands for what was erased: each is chained to the one before.
create table tombstone (
    id integer not null primary key,
    at bigint not null,
    who text not null,
    reason text not null,
    events bigint not null,
    words bigint not null,
    -- How many of them left the chain since.
    cut bigint not null,
    link blob not null
);

-- What the search has to forget, until it has.
create table forgotten (
    id integer not null primary key,
    -- 0 for events, 1 for the bot's words.
    kind int not null,
    number bigint not null
);
