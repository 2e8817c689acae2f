-- Which targets of which tasks a metric stands for: the same thing measured at several dates is one metric.
create table ledger_metric_source (
  task_id   uuid    not null,
  ordinal   integer not null,
  metric_id uuid    not null,
  constraint ledger_metric_source_pkey primary key (task_id, ordinal),
  constraint ledger_metric_source_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_metric_source_metric_fkey foreign key (metric_id) references ledger_metric (id)
);
create index ledger_metric_source_metric on ledger_metric_source (metric_id);
comment on column ledger_metric_source.ordinal is 'The place of the target among those of the task.';

insert into ledger_metric_source (task_id, ordinal, metric_id)
select task_id, task_ordinal, id from ledger_metric where task_id is not null and task_ordinal is not null;

-- A metric that a pack states for a clause without a figure, once.
create unique index ledger_metric_of_clause on ledger_metric (measure_id, name) where task_id is null and measure_id is not null;
