-- When somebody spoke: the last time, and a bit for each of the last 64 days. Written behind, up to the journal row that
-- the mark "activity" names.
create table activity (
    member text not null primary key,
    last bigint not null,
    days bigint not null
) /* clustered */;

-- What is known of all members is read in one go: of the memory only their cards.
create index memory_card on memory (lane) where plugin = 'tags' and key = 'tags';
