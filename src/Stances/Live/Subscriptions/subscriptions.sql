-- Processes that deliver; one that has not been seen for a while is gone, and what it had is anybody's.
create table if not exists stances.live_nodes (
    id         uuid primary key,
    alive_till timestamptz not null
);

create table if not exists stances.subscriptions (
    id          text primary key,
    name        text not null,
    channel     text not null check (channel in ('webhook', 'email', 'broker')),
    target      text not null,
    watches     text not null check (watches in ('events', 'changes')),
    selection   jsonb not null,
    schedule    text check (schedule in ('day', 'week')),
    state       text not null default 'active' check (state in ('active', 'paused', 'ended')),
    reason      text,                               -- why it is not active, where nobody asked for that
    version     int not null default 1,             -- rises with everything its owner changes
    created_at  timestamptz not null default clock_timestamp(),
    changed_at  timestamptz not null default clock_timestamp(),
    since       timestamptz,                        -- leave out what was recorded earlier
    -- How far it has come, and what stands in its way.
    sequence    bigint not null,
    part        int not null,
    node        uuid,                               -- the process that delivers it
    failures    int not null default 0,             -- in a row, of what is next
    failing_at  timestamptz,                        -- since when what is next has been failing
    due_at      timestamptz,                        -- when to try again, or when the digest is due; null: at once
    given_up    boolean not null default false,     -- whether nothing has been taken since something was given up
    last_error  text,
    delivered   bigint not null default 0,
    delivered_at timestamptz
);
create index if not exists subscriptions_node on stances.subscriptions (node) where state = 'active';
create index if not exists subscriptions_changed on stances.subscriptions (changed_at);

-- Keys that webhooks are signed with; one that was replaced signs beside the new one until it ends.
create table if not exists stances.subscription_secrets (
    subscription text not null references stances.subscriptions (id) on delete cascade,
    secret       text not null,
    made_at      timestamptz not null default clock_timestamp(),
    ends_at      timestamptz,
    primary key (subscription, secret)
);

-- What was given up after days of trying.
create table if not exists stances.dead_letters (
    subscription text not null references stances.subscriptions (id) on delete cascade,
    sequence     bigint not null,
    part         int not null,
    message      text not null,                     -- the id the receiver would know it by
    attempts     int not null,
    error        text not null,
    given_up_at  timestamptz not null default clock_timestamp(),
    replay_at    timestamptz,                       -- someone asked for another try
    primary key (subscription, sequence, part)
);
