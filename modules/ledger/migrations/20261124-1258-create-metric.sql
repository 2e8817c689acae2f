-- Quantified targets (量化指标): what is measured, where it began, where it should be by when, and the series.
create table ledger_metric (
  id             uuid    not null,
  name           text    not null,
  unit           text    not null,
  direction      text    not null,
  body_id        uuid,
  document_id    uuid,
  measure_id     uuid,
  task_id        uuid,
  task_ordinal   integer,
  indicator_key  text,
  baseline       numeric,
  baseline_on    date,
  computed       text,
  version        integer not null default 1,
  constraint ledger_metric_pkey primary key (id),
  constraint ledger_metric_of_target_unique unique (task_id, task_ordinal),
  constraint ledger_metric_body_fkey foreign key (body_id) references body (id),
  constraint ledger_metric_document_fkey foreign key (document_id) references ledger_document (id),
  constraint ledger_metric_measure_fkey foreign key (measure_id) references ledger_measure (id),
  constraint ledger_metric_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_metric_indicator_fkey foreign key (indicator_key) references ledger_indicator (key),
  constraint ledger_metric_direction check (direction in ('up', 'down', 'hold')),
  constraint ledger_metric_name_not_blank check (name <> ''),
  constraint ledger_metric_computed check (computed in ('tasks-closed', 'tasks-overdue', 'reports-on-time'))
);
create index ledger_metric_measure on ledger_metric (measure_id);

comment on column ledger_metric.direction is 'up: more is better; down: less is better; hold: the value itself is wanted.';
comment on column ledger_metric.body_id is 'The unit that reports it; null: the office.';
comment on column ledger_metric.task_ordinal is 'Which of the task''s targets it stands for; null for one entered by hand.';
comment on column ledger_metric.computed is 'The series is computed from the ledger itself; nothing is entered.';

create table ledger_metric_target (
  metric_id uuid    not null,
  on_day    date    not null,
  op        text    not null,
  value     numeric not null,
  phrase    text    not null,
  constraint ledger_metric_target_pkey primary key (metric_id, on_day),
  constraint ledger_metric_target_metric_fkey foreign key (metric_id) references ledger_metric (id),
  constraint ledger_metric_target_op check (op in ('>=', '<=', '>', '<', '=', 'about'))
);

-- A value is never changed: a correction is a newer row of the same day, and the newest counts.
create table ledger_metric_point (
  id         bigint      generated always as identity,
  metric_id  uuid        not null,
  on_day     date        not null,
  value      numeric     not null,
  source     text        not null,
  source_id  uuid,
  by_id      uuid,
  by_name    text        not null,
  at         timestamptz not null,
  constraint ledger_metric_point_pkey primary key (id),
  constraint ledger_metric_point_metric_fkey foreign key (metric_id) references ledger_metric (id),
  constraint ledger_metric_point_source_unique unique (metric_id, source, source_id),
  constraint ledger_metric_point_source check (source in ('hand', 'xlsx', 'api', 'report', 'computed'))
);
create index ledger_metric_point_series on ledger_metric_point (metric_id, on_day, id);
revoke update, delete, truncate on ledger_metric_point from :program;
