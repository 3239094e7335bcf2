-- How groups and people were called until when: written when a name changes, so that what was said is shown under the
-- name of its time. A group that is no more keeps its last name for good.
create table former_name (
    subject text not null,
    until bigint not null,
    name text not null,
    primary key (subject, until)
) /* clustered */;

-- Who looked into the archive for what, and how much was shown. What was shown is never in here.
create table access_log (
    id integer not null primary key,
    at bigint not null,
    who text not null,
    command text not null,
    wanted text not null,
    masked text not null,
    hits bigint not null
);
