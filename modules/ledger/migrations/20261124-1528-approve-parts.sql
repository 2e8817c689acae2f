-- Parts later or looser than the task above wait for the office; a date agreed on is kept with what it was agreed against.
alter table ledger_task
  drop constraint ledger_task_state,
  add constraint ledger_task_state check (state in ('draft', 'proposed', 'refused', 'assigned', 'in-progress', 'reported',
    'returned', 'verified', 'closed', 'suspended', 'cancelled', 'merged', 'split')),
  add column agreed_past date;

comment on column ledger_task.state is 'draft: the confirmation was taken back; such a task shows nowhere. proposed, refused: a part that waits for the office, or did not get its consent; its units know nothing of it.';
comment on column ledger_task.late_reason is 'Why a part ends later or aims lower than the task it belongs to.';
comment on column ledger_task.agreed_past is 'Date of the task above past which the office agreed that this part may end.';

create index ledger_task_event_asked on ledger_task_event (id) where step in ('propose-part', 'ask-extension');
create index ledger_task_proposed on ledger_task (id) where state = 'proposed';
create index ledger_task_asked on ledger_task (id) where extension is not null;
