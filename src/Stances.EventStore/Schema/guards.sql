-- An event that was recorded stays as it was recorded.
create or replace function stances.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'The log is append-only: % of % is forbidden.', lower(tg_op), tg_table_name using errcode = 'ST002';
end $$;

create or replace trigger stances_no_change before update or delete on stances_log.mt_events
    for each row execute function stances.forbid_change();

create or replace trigger stances_no_truncate before truncate on stances_log.mt_events
    for each statement execute function stances.forbid_change();

-- Who inserts a number up to the floor comes too late and gets a new one. An application of Marten's may take its numbers long
-- before its transaction begins; readers cannot wait for what nobody can see, so they raise the floor and pass. The condition of the
-- trigger stands on every insert's way, and is parsed anew for each: so it asks one thing only.
create sequence if not exists stances.floor;
grant select on sequence stances.floor to public;

-- Raises the floor; it never sinks, whoever else raises it at the same time. Done by a lock that lasts as long as the expression: one to
-- the end of the transaction would have readers wait for it.
create or replace function stances.raise_floor(upto bigint) returns void language plpgsql as $$
begin
    perform pg_advisory_lock(hashtextextended('stances.floor', 0)),
        case when upto > coalesce(pg_sequence_last_value('stances.floor'), 0) then setval('stances.floor', upto) end,
        pg_advisory_unlock(hashtextextended('stances.floor', 0));
end $$;

-- Gives a late event a new number, and has the floor follow: numbers that its transaction took earlier and inserts later are then late
-- too, so that its events keep their order.
create or replace function stances.renumber() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if current_setting('stances.probing', true) is distinct from 'on' then
        new.seq_id := nextval('stances_log.mt_events_sequence');
        perform stances.raise_floor(new.seq_id - 1);
    end if;
    return new;
end $$;

create or replace trigger stances_late before insert on stances_log.mt_events
    for each row when (new.seq_id <= pg_sequence_last_value('stances.floor'))
    execute function stances.renumber();

-- The highest number up to which no missing number is inserted by a transaction that still runs: each is inserted here and
-- taken back at once, which has to wait where another has inserted it. At most a thousand are tried.
create or replace function stances.probe(after bigint, upto bigint) returns bigint language plpgsql as $$
declare
    missing bigint;
    tried int := 0;
begin
    perform set_config('stances.probing', 'on', true), set_config('lock_timeout', '1ms', true);
    for missing in
        select n from generate_series(after + 1, upto) n
        where not exists (select from stances_log.mt_events e where e.seq_id = n) order by n limit 1000
    loop
        begin
            insert into stances_log.mt_events (seq_id, id, version, data, type, timestamp)
            values (missing, gen_random_uuid(), 0, '{}', 'probe', clock_timestamp());
            raise exception using errcode = 'ST005';
        exception
            when sqlstate 'ST005' then tried := tried + 1;
            when unique_violation then tried := tried + 1;
            when lock_not_available then return missing - 1;
        end;
    end loop;
    return case when tried = 1000 then missing else upto end;
end $$;
