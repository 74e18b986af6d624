-- An event that was recorded stays as it was recorded.
create or replace function stances.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'The log is append-only: % of % is forbidden.', lower(tg_op), tg_table_name using errcode = 'ST002';
end $$;

create or replace trigger stances_no_change before update or delete on stances_log.mt_events
    for each row execute function stances.forbid_change();

create or replace trigger stances_no_truncate before truncate on stances_log.mt_events
    for each statement execute function stances.forbid_change();

-- Numbers up to the floor are settled: readers have passed them. An application of Marten's may take its numbers long before
-- its transaction begins; where readers could not wait for what nobody could see, its events get new numbers here. Once one
-- event of a transaction has got a new number all later ones get one too, so that they keep their order.
create sequence if not exists stances.floor;
grant select on sequence stances.floor to public;

create or replace function stances.renumber() returns trigger language plpgsql as $$
begin
    perform set_config('stances.renumbering', 'on', true);
    new.seq_id := nextval('stances_log.mt_events_sequence');
    return new;
end $$;

create or replace trigger stances_late before insert on stances_log.mt_events
    for each row when ((new.seq_id <= pg_sequence_last_value('stances.floor') or current_setting('stances.renumbering', true) = 'on')
                       and current_setting('stances.probing', true) is distinct from 'on')
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

-- Raises the floor; it never sinks, whoever else raises it at the same time.
create or replace function stances.raise_floor(upto bigint) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('stances.floor', 0));
    if upto > coalesce(pg_sequence_last_value('stances.floor'), 0) then
        perform setval('stances.floor', upto);
    end if;
end $$;
