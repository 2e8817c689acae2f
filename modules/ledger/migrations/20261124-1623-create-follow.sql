-- Who wants to be told of the changes of a task, or of everything that a clause became.
create table ledger_follow (
  account_id  uuid        not null,
  task_id     uuid,
  measure_id  uuid,
  followed_at timestamptz not null,
  constraint ledger_follow_task_unique unique (account_id, task_id),
  constraint ledger_follow_measure_unique unique (account_id, measure_id),
  constraint ledger_follow_account_fkey foreign key (account_id) references account (id),
  constraint ledger_follow_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_follow_measure_fkey foreign key (measure_id) references ledger_measure (id),
  constraint ledger_follow_one check (num_nonnulls(task_id, measure_id) = 1)
);
create index ledger_follow_task on ledger_follow (task_id);
create index ledger_follow_measure on ledger_follow (measure_id);
