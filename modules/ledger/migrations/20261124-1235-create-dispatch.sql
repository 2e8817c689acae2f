-- Monthly dispatch (调度): a period opens by its scheme, every responsible unit reports on each of its tasks.
create table ledger_dispatch_scheme (
  id               uuid    not null,
  name             text    not null,
  document_id      uuid,
  opens_day        integer not null,
  due_day          integer not null,
  remind_days      integer not null,
  grace_days       integer not null,
  step_days        integer not null,
  from_month       date    not null,
  to_month         date,
  supports_report  boolean not null,
  paused           boolean not null default false,
  version          integer not null default 1,
  constraint ledger_dispatch_scheme_pkey primary key (id),
  constraint ledger_dispatch_scheme_name_unique unique (name),
  constraint ledger_dispatch_scheme_document_fkey foreign key (document_id) references ledger_document (id),
  constraint ledger_dispatch_scheme_days check (opens_day between 1 and 28 and due_day between 1 and 31
    and opens_day <= due_day),
  constraint ledger_dispatch_scheme_terms check (remind_days >= 0 and grace_days >= 0 and step_days >= 1),
  constraint ledger_dispatch_scheme_first check (extract(day from from_month) = 1)
);
comment on column ledger_dispatch_scheme.document_id is 'Whose tasks are reported on; null: the whole ledger.';
comment on column ledger_dispatch_scheme.due_day is 'Reports are due by this day of the month (每月N日前, that day included); in a shorter month by its last.';
comment on column ledger_dispatch_scheme.remind_days is 'Calendar days before the due day on which units that have not reported are reminded.';
comment on column ledger_dispatch_scheme.grace_days is 'Working days after the due day before anything goes up.';
comment on column ledger_dispatch_scheme.step_days is 'Working days between one level and the next: officer, head, post in charge, commander.';

create table ledger_period (
  id        uuid    not null,
  scheme_id uuid    not null,
  month     date    not null,
  opened_on date    not null,
  due       date    not null,
  closed_on date,
  version   integer not null default 1,
  constraint ledger_period_pkey primary key (id),
  constraint ledger_period_month_unique unique (scheme_id, month),
  constraint ledger_period_scheme_fkey foreign key (scheme_id) references ledger_dispatch_scheme (id)
);

create table ledger_report (
  id           uuid    not null,
  period_id    uuid    not null,
  task_id      uuid    not null,
  body_id      uuid    not null,
  role         text    not null,
  state        text    not null default 'due',
  progress     text    not null default '',
  percent      integer,
  figures      jsonb   not null default '[]',
  problems     text    not null default '',
  help_wanted  text    not null default '',
  drafted_by   uuid,
  drafted_name text,
  signed_by    uuid,
  signed_name  text,
  signed_on    date,
  merged_into  uuid,
  answer       text,
  answered_by  text,
  answered_on  date,
  version      integer not null default 1,
  constraint ledger_report_pkey primary key (id),
  constraint ledger_report_once unique (period_id, task_id, body_id),
  constraint ledger_report_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_report_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_report_body_fkey foreign key (body_id) references body (id),
  constraint ledger_report_merged_fkey foreign key (merged_into) references ledger_report (id),
  constraint ledger_report_role check (role in ('lead', 'support')),
  constraint ledger_report_state check (state in ('due', 'draft', 'signed', 'merged', 'accepted', 'returned', 'waived')),
  constraint ledger_report_percent check (percent between 0 and 100),
  constraint ledger_report_signed_whole check (state not in ('signed', 'merged', 'accepted')
    or (progress <> '' and signed_by is not null and signed_on is not null)),
  constraint ledger_report_not_own_signature check (signed_by <> drafted_by)
);
create index ledger_report_body on ledger_report (body_id, period_id, state);
create index ledger_report_task on ledger_report (task_id, period_id);

comment on column ledger_report.state is
  'due: nothing written; signed: by the head, waits for the office (lead) or the lead (support); waived: the task no longer stands.';
comment on column ledger_report.figures is 'Values reached by the targets of the task: ordinal, value.';
comment on column ledger_report.drafted_by is 'Who wrote it last; never who signs it.';
comment on column ledger_report.answer is 'Why it was returned, or what the office said when it accepted it.';

create table ledger_report_file (
  report_id uuid not null,
  file_id   uuid not null,
  constraint ledger_report_file_pkey primary key (report_id, file_id),
  constraint ledger_report_file_report_fkey foreign key (report_id) references ledger_report (id),
  constraint ledger_report_file_file_fkey foreign key (file_id) references stored_file (id)
);

create table ledger_report_event (
  id         bigint      generated always as identity,
  report_id  uuid        not null,
  at         timestamptz not null,
  step       text        not null,
  actor_id   uuid,
  actor_name text        not null,
  words      text,
  constraint ledger_report_event_pkey primary key (id),
  constraint ledger_report_event_report_fkey foreign key (report_id) references ledger_report (id)
);
create index ledger_report_event_report on ledger_report_event (report_id, id);
revoke update, delete, truncate on ledger_report_event from :program;

-- What went up: once for each unit, period and level.
create table ledger_escalation (
  period_id uuid    not null,
  body_id   uuid    not null,
  level     integer not null,
  on_day    date    not null,
  post      text,
  missing   integer not null,
  constraint ledger_escalation_pkey primary key (period_id, body_id, level),
  constraint ledger_escalation_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_escalation_body_fkey foreign key (body_id) references body (id),
  constraint ledger_escalation_level check (level between 0 and 4)
);
revoke update, delete, truncate on ledger_escalation from :program;
comment on column ledger_escalation.level is '0 reminder before the due day, 1 officer, 2 head, 3 post in charge, 4 commander.';
comment on column ledger_escalation.missing is 'How many reports were missing on that day.';
