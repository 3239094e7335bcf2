-- When somebody spoke: the last time, and a bit for each of the last 64 days. Written behind, up to the journal row that
-- the mark "activity" names.
create table activity (
    member text not null primary key,
    last bigint not null,
    days bigint not null
) /* clustered */;

-- What is known of all members is read in one go: of the memory only their cards.
create index memory_card on memory (lane) where plugin = 'tags' and key = 'tags';

-- What is mirrored between a member's tags and WeCom's corp tags: the colleague of the pair, the tags that both sides
-- agreed upon last, when WeCom's side changed since (0 when it did not), and why nothing is mirrored, if so.
create table corp_tag (
    member text not null primary key,
    colleague text not null,
    agreed text not null,
    changed bigint not null,
    reason text not null
) /* clustered */;
