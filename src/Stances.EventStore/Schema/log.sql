-- The tables of a Marten 9 event store, to the letter: never add a column or an index here, Marten drops both.
create schema if not exists stances_log;

create table if not exists stances_log.mt_streams (
    id          varchar not null constraint pkey_mt_streams_id primary key,
    type        varchar null,
    version     bigint null,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    tenant_id   varchar default '*DEFAULT*',
    is_archived boolean default false
);

create table if not exists stances_log.mt_events (
    seq_id         bigint not null constraint pkey_mt_events_seq_id primary key,
    id             uuid not null,
    stream_id      varchar null
                   constraint fkey_mt_events_stream_id references stances_log.mt_streams (id) on delete cascade,
    version        bigint not null,
    data           jsonb not null,
    bdata          bytea null,
    type           varchar(500) not null,
    timestamp      timestamptz not null default now(),
    tenant_id      varchar default '*DEFAULT*',
    mt_dotnet_type varchar null,
    is_archived    boolean default false
);

create unique index if not exists pk_mt_events_stream_and_version on stances_log.mt_events (stream_id, version);

create sequence if not exists stances_log.mt_events_sequence owned by stances_log.mt_events.seq_id;

create table if not exists stances_log.mt_event_progression (
    name         varchar not null constraint pk_mt_event_progression primary key,
    last_seq_id  bigint null,
    last_updated timestamptz default transaction_timestamp()
);
