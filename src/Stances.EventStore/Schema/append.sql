-- What the statements of an append call when a stream could not be written as if all were well.
create or replace function stances.look_closer() returns boolean language plpgsql as $$
begin
    raise exception 'A stream is not at the version expected.' using errcode = 'ST003';
end $$;

-- The close look. Appends events to streams, all or nothing; streams come sorted by their id, the events' arrays run in step.
-- A stream must stand at the version expected, which is checked before any sequence number is taken. Events that are
-- recorded already under the same ids at the same versions are a retry: they add nothing and are returned as recorded.
create or replace function stances.append(
    streams text[], expected bigint[], counts int[],
    event_streams text[], versions bigint[], ids uuid[], types text[], dotnet_types text[], bodies jsonb[])
returns table (sequence bigint, recorded_at timestamptz) language plpgsql as $$
declare
    recorded text[] := stances.advance_streams(streams, expected, counts, event_streams, versions, ids);
    at timestamptz := clock_timestamp();
begin
    insert into stances_log.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
    select nextval('stances_log.mt_events_sequence'), n.id, n.stream, n.version, n.body, n.type, at, n.dotnet_type
    from unnest(ids, event_streams, versions, bodies, types, dotnet_types)
         as n (id, stream, version, body, type, dotnet_type)
    where n.stream <> all (recorded);
    return query
        select e.seq_id, e.timestamp
        from unnest(event_streams, versions) with ordinality as n (stream, version, nth)
        join stances_log.mt_events e on e.stream_id = n.stream and e.version = n.version
        order by n.nth;
end $$;

-- Those of the streams whose events are all recorded already; a stream that has neither them nor the version expected is an error.
create or replace function stances.recorded_streams(
    streams text[], expected bigint[], event_streams text[], versions bigint[], ids uuid[]) returns text[] language plpgsql as $$
declare
    wrong record;
    recorded text[];
begin
    select coalesce(array_agg(r.stream), '{}') into recorded from (
        select n.stream
        from unnest(event_streams, versions, ids) as n (stream, version, id)
        left join stances_log.mt_events e on e.stream_id = n.stream and e.version = n.version
        group by n.stream having bool_and(e.id is not distinct from n.id)) r;

    select n.stream, n.expected, coalesce(s.version, 0) as actual into wrong
    from unnest(streams, expected) as n (stream, expected)
    left join stances_log.mt_streams s on s.id = n.stream
    where n.stream <> all (recorded) and n.expected <> coalesce(s.version, 0) limit 1;
    if found then
        raise exception 'Stream % was expected at version % and is at %.', wrong.stream, wrong.expected, wrong.actual
            using errcode = 'ST001', hint = json_build_object('Stream', wrong.stream, 'Expected', wrong.expected, 'Actual', wrong.actual);
    end if;
    return recorded;
end $$;

-- Moves many streams on, in the order of their ids so that writers cannot block each other in a ring; returns those that
-- need nothing because their events are recorded already.
create or replace function stances.advance_streams(
    streams text[], expected bigint[], counts int[], event_streams text[], versions bigint[], ids uuid[])
returns text[] language plpgsql as $$
declare
    recorded text[];
    added int;
begin
    perform from stances_log.mt_streams s where s.id = any (streams) order by s.id for no key update;
    recorded := case when exists (
            select from unnest(streams, expected) as n (stream, expected)
            left join stances_log.mt_streams s on s.id = n.stream where n.expected <> coalesce(s.version, 0))
        then stances.recorded_streams(streams, expected, event_streams, versions, ids) else '{}' end;

    insert into stances_log.mt_streams (id, version, timestamp, created)
    select n.stream, n.count, clock_timestamp(), clock_timestamp()
    from unnest(streams, expected, counts) as n (stream, expected, count)
    where n.expected = 0 and n.stream <> all (recorded)
    on conflict (id) do nothing;
    get diagnostics added = row_count;
    if added <> (select count(*) from unnest(streams, expected) as n (stream, expected)
                 where n.expected = 0 and n.stream <> all (recorded)) then
        raise exception 'A stream was made by another writer meanwhile.' using errcode = '40001';
    end if;

    update stances_log.mt_streams s set version = n.expected + n.count, timestamp = clock_timestamp()
    from unnest(streams, expected, counts) as n (stream, expected, count)
    where s.id = n.stream and n.expected > 0 and n.stream <> all (recorded);
    return recorded;
end $$;

-- Opens a bulk append: moves the streams on, each of which must stand at the version expected, and takes the numbers.
create or replace function stances.begin_bulk(streams text[], expected bigint[], counts int[], out numbers bigint[], out at timestamptz)
language plpgsql as $$
declare
    added int;
    moved int;
begin
    -- Says before any number is taken that some will be inserted by a later statement, whatever the floor is by then.
    perform pg_advisory_xact_lock_shared(hashtextextended('stances.bulk', 0));
    perform from stances_log.mt_streams s where s.id = any (streams) order by s.id for no key update;
    insert into stances_log.mt_streams (id, version, timestamp, created)
    select n.stream, n.count, clock_timestamp(), clock_timestamp()
    from unnest(streams, expected, counts) as n (stream, expected, count) where n.expected = 0
    on conflict (id) do nothing;
    get diagnostics added = row_count;
    update stances_log.mt_streams s set version = n.expected + n.count, timestamp = clock_timestamp()
    from unnest(streams, expected, counts) as n (stream, expected, count)
    where n.expected > 0 and s.id = n.stream and s.version = n.expected;
    get diagnostics moved = row_count;
    if added + moved <> cardinality(streams) then
        perform stances.look_closer();
    end if;
    -- From here on the foreign key is known to hold and the numbers to be new.
    if has_parameter_privilege(current_user, 'session_replication_role', 'set') then
        perform set_config('session_replication_role', 'replica', true);
    end if;
    numbers := array(select nextval('stances_log.mt_events_sequence') from generate_series(1, (select sum(c) from unnest(counts) c)));
    at := clock_timestamp();
end $$;
