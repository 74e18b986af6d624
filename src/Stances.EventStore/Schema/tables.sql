-- Numbers that will never be events: their transactions ended without them. Everything up to a gap's last number is settled.
create table if not exists stances.gaps (
    first    bigint primary key,
    last     bigint not null check (last >= first),
    found_at timestamptz not null default clock_timestamp()
);

-- How far each build of a projection has come. Its tables stand in a schema of their own; the live one is what views show.
create table if not exists stances.checkpoints (
    name       text not null,
    build      int not null check (build > 0),
    version    int not null,
    live       boolean not null default false,
    sequence   bigint not null default 0,
    epoch      bigint not null default 0,
    stopped_at bigint,
    reason     text,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (name, build)
);
create unique index if not exists one_live_build on stances.checkpoints (name) where live;

-- A build's number is never used again, so that a runner that was stopped for long cannot take another's build for its own.
create sequence if not exists stances.builds as int;

-- The number of the last event before a time, by halving the log; times rise with numbers but for the length of a transaction.
create or replace function stances.sequence_before(moment timestamptz) returns bigint language plpgsql stable as $$
declare
    low bigint := 0;
    high bigint := (select coalesce(max(seq_id), 0) from stances_log.mt_events);
    middle bigint;
    probe timestamptz;
begin
    while low < high loop
        middle := low + (high - low + 1) / 2;
        select e.timestamp into probe from stances_log.mt_events e where e.seq_id <= middle and e.seq_id > low order by e.seq_id desc limit 1;
        if probe is null or probe < moment then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end $$;

-- Moves a build's checkpoint, or raises when it is not where the caller thinks or another runner holds the lease by now.
create or replace function stances.move_checkpoint(of_name text, of_build int, held_epoch bigint, after bigint, upto bigint)
returns void language plpgsql as $$
begin
    update stances.checkpoints
    set sequence = upto, stopped_at = null, reason = null, updated_at = clock_timestamp()
    where name = of_name and build = of_build and sequence = after and (held_epoch is null or epoch = held_epoch);
    if not found then
        raise exception 'The checkpoint of % was moved by another runner.', of_name using errcode = 'ST004';
    end if;
end $$;
