-- The instant on which a demonstration's legal time stands. No row: legal time is the machine's.
create table legal_time (
  id        integer     not null default 1,
  stands_at timestamptz not null,
  constraint legal_time_pkey primary key (id),
  constraint legal_time_one_row check (id = 1)
);

-- What was done, by whom, on what, on which basis. Holds no personal data and is never changed.
create table audit_record (
  id            bigint      generated always as identity,
  era           integer     not null,
  txid          bigint      not null default pg_current_xact_id()::text::bigint,
  legal_at      timestamptz not null,
  machine_at    timestamptz not null default clock_timestamp(),
  actor_kind    text        not null,
  actor_id      uuid,
  body_id       uuid,
  action        text        not null,
  thing         text        not null,
  basis         text,
  before_digest text,
  after_digest  text,
  reason        text,
  constraint audit_record_pkey primary key (id),
  constraint audit_record_thing_not_blank check (thing <> '')
);

create index audit_record_thing on audit_record (thing, id);
create index audit_record_range on audit_record (era, txid, id);

comment on column audit_record.era is 'Counts the database clusters this data has lived in; a restore begins a new one, because transaction numbers start anew.';
comment on column audit_record.txid is 'Number of the transaction that wrote the record; seals cover ranges of it.';
comment on column audit_record.thing is 'Kind and id: task/018f…';

-- Which era the audit is in. A restore adds a row.
create table audit_era (
  era        integer     not null,
  began_at   timestamptz not null default clock_timestamp(),
  constraint audit_era_pkey primary key (era)
);
insert into audit_era (era) values (1);

-- A seal chains all records of the transactions up to and including `through_txid` that no earlier seal covers.
create table audit_seal (
  id            bigint      not null,
  era           integer     not null,
  through_txid  bigint      not null,
  records       integer     not null,
  root          text        not null,
  previous_seal text        not null,
  seal          text        not null,
  sealed_at     timestamptz not null default clock_timestamp(),
  constraint audit_seal_pkey primary key (id)
);

revoke update, delete, truncate on audit_record, audit_seal, audit_era from :program;

-- Events of the city, written with the change; the dispatcher hands them on.
create table outbox_event (
  id            uuid        not null,
  name          text        not null,
  payload       jsonb       not null,
  written_at    timestamptz not null default clock_timestamp(),
  dispatched_at timestamptz,
  constraint outbox_event_pkey primary key (id)
);

create index outbox_event_waiting on outbox_event (written_at) where dispatched_at is null;
