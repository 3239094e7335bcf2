-- Campaigns: up to when a campaign's times are dealt with, whether it is paused, and when somebody ordered it by hand
-- (0 when nobody did).
create table campaign (
    profile text not null,
    id text not null,
    looked bigint not null,
    paused int not null,
    wished bigint not null,
    primary key (profile, id)
) /* clustered */;

-- Each time of a campaign: when its list was made, how many were in the segment, and who was left out for which reason.
create table campaign_run (
    id text not null,
    at bigint not null,
    profile text not null,
    listed bigint not null,
    members int not null,
    omitted text not null,
    primary key (id, at, profile)
) /* clustered */;

-- What one sender is asked to send, in parts of what WeCom takes at once; without a sender it is the app that speaks.
create table campaign_task (
    id text not null,
    at bigint not null,
    profile text not null,
    sender text not null,
    part int not null,
    state text not null,
    reference text not null,
    reason text not null,
    tried bigint not null,
    due bigint not null,
    reminders int not null,
    primary key (id, at, profile, sender, part)
) /* clustered */;
create index campaign_task_due on campaign_task (due) where state in ('WAITING', 'ASKING', 'OPEN');

-- What became of it for each member: this is what keeps a campaign from reaching anybody twice.
create table campaign_post (
    id text not null,
    at bigint not null,
    profile text not null,
    sender text not null,
    part int not null,
    member text not null,
    state text not null,
    updated bigint not null,
    reason text not null,
    primary key (id, at, profile, member)
) /* clustered */;
create index campaign_post_updated on campaign_post (updated);

-- How many were in each segment on a day, by the rules of a profile; without a profile by config/tags.yaml alone.
create table segment_size (
    day text not null,
    profile text not null,
    segment text not null,
    members int not null,
    primary key (day, profile, segment)
) /* clustered */;
