-- The board shows tasks by their day, those without one last: so it need not sort them all to show the first.
create index ledger_task_due_first on ledger_task (coalesce(next_due, 'infinity'::date));
