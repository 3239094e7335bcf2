-- Contents of rule files by their SHA-256, for as long as a book names them.
create table rule_blob (
    hash text not null primary key,
    content blob not null
);

-- Books that took effect, and what lay in rules/ when one of them was taken back.
create table book (
    id integer not null primary key,
    version text not null,
    at bigint not null,
    cause text not null,
    note text not null
);

create table book_file (
    book bigint not null,
    path text not null,
    hash text not null,
    primary key (book, path)
) /* clustered */;

create index book_file_hash on book_file (hash);

-- Profiles of which a new version is tried in a few groups; all others stay with the book of id base.
create table rollout (
    profile text not null primary key,
    base bigint not null,
    base_version text not null,
    version text not null,
    print text not null,
    since bigint not null,
    tally text not null
);
