-- Who agreed that what they say is archived, and who did not, each from when on: what was said before is judged by
-- what held then, however late it comes.
create table consent (
    chat text not null,
    member text not null,
    at bigint not null,
    agreed int not null,
    primary key (chat, member, at)
) /* clustered */;

-- Pictures, films and files of messages: what was fetched, what waits, and why something is not there. What they are
-- called and how they are asked for stands in the message alone, so that what is erased there is gone here.
create table medium (
    seq bigint not null,
    part int not null,
    lane int not null,
    channel text not null,
    type text not null,
    at bigint not null,
    -- 0 waits, 1 is there, 2 could not be fetched, 3 is not wanted, 4 was taken away
    state int not null,
    -- SHA-256 of the content, which names its file
    hash text not null,
    size bigint not null,
    tries int not null,
    due bigint not null,
    -- bytes that are on disk, and what the next piece is asked for by
    got bigint not null,
    resume text not null,
    reason text not null,
    primary key (seq, part)
) /* clustered */;

create index medium_due on medium (due) where state = 0;
create index medium_hash on medium (hash) where state = 1;
create index medium_age on medium (at) where state = 1;

-- Messages that nobody could open yet, by the version of the key that they were sealed with.
create table sealed (
    seq integer not null primary key,
    channel text not null,
    version int not null
);

create index sealed_channel on sealed (channel, version);
