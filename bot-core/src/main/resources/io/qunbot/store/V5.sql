-- Groups and their members as the channels gave them last.
create table roster (
    chat text not null primary key,
    channel text not null,
    name text not null,
    owner text not null,
    size int not null,
    fetched bigint not null,
    content text not null
);

-- How people are called.
create table person (
    member text not null primary key,
    name text not null,
    at bigint not null
);

-- WeCom's welcome templates, by the profile whose words they say.
create table welcome_template (
    profile text not null primary key,
    template text not null,
    content text not null,
    at bigint not null
);
