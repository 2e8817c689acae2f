-- Inspections (督查活动): planned before, on the spot, with findings that are mended, verified and closed.
create table ledger_inspection (
  id               uuid    not null,
  kind             text    not null,
  title            text    not null,
  plan             text    not null,
  from_day         date    not null,
  to_day           date    not null,
  places           text[]  not null,
  verifier_body_id uuid,
  grace_days       integer not null,
  repeat_reason    text,
  planned_on       date    not null,
  planned_name     text    not null,
  version          integer not null default 1,
  constraint ledger_inspection_pkey primary key (id),
  constraint ledger_inspection_verifier_fkey foreign key (verifier_body_id) references body (id),
  constraint ledger_inspection_kind check (kind in ('visit', 'experts', 'interviews', 'third-party')),
  constraint ledger_inspection_days check (from_day <= to_day),
  constraint ledger_inspection_grace check (grace_days between 1 and 20),
  constraint ledger_inspection_planned check (title <> '' and plan <> '')
);
comment on column ledger_inspection.kind is 'visit 明察暗访, experts 专家论证, interviews 企业访谈, third-party 第三方监测.';
comment on column ledger_inspection.verifier_body_id is 'Who verifies beside the office; never the owner of a finding.';
comment on column ledger_inspection.grace_days is 'Working days between one level and the next when a finding is overdue.';
comment on column ledger_inspection.repeat_reason is 'Why the same body is inspected again for the same document within a month.';

create table ledger_inspection_member (
  inspection_id uuid    not null,
  ordinal       integer not null,
  name          text    not null,
  account_id    uuid,
  constraint ledger_inspection_member_pkey primary key (inspection_id, ordinal),
  constraint ledger_inspection_member_inspection_fkey foreign key (inspection_id) references ledger_inspection (id),
  constraint ledger_inspection_member_account_fkey foreign key (account_id) references account (id)
);
create index ledger_inspection_member_account on ledger_inspection_member (account_id);

create table ledger_inspection_body (
  inspection_id uuid not null,
  body_id       uuid not null,
  constraint ledger_inspection_body_pkey primary key (inspection_id, body_id),
  constraint ledger_inspection_body_inspection_fkey foreign key (inspection_id) references ledger_inspection (id),
  constraint ledger_inspection_body_body_fkey foreign key (body_id) references body (id)
);
create index ledger_inspection_body_body on ledger_inspection_body (body_id);

create table ledger_inspection_subject (
  inspection_id uuid not null,
  document_id   uuid not null,
  task_id       uuid,
  constraint ledger_inspection_subject_unique unique nulls not distinct (inspection_id, document_id, task_id),
  constraint ledger_inspection_subject_inspection_fkey foreign key (inspection_id) references ledger_inspection (id),
  constraint ledger_inspection_subject_document_fkey foreign key (document_id) references ledger_document (id),
  constraint ledger_inspection_subject_task_fkey foreign key (task_id) references ledger_task (id)
);
comment on column ledger_inspection_subject.task_id is 'One task of the document; null for the whole document.';

create table ledger_inspection_file (
  inspection_id uuid not null,
  file_id       uuid not null,
  constraint ledger_inspection_file_pkey primary key (inspection_id, file_id),
  constraint ledger_inspection_file_inspection_fkey foreign key (inspection_id) references ledger_inspection (id),
  constraint ledger_inspection_file_file_fkey foreign key (file_id) references stored_file (id)
);

create table ledger_finding (
  id            uuid    not null,
  inspection_id uuid    not null,
  number        integer not null,
  text          text    not null,
  basis         text,
  task_id       uuid,
  body_id       uuid    not null,
  term_days     integer,
  due           date    not null,
  found_on      date    not null,
  found_by      uuid,
  found_name    text    not null,
  state         text    not null default 'open',
  mend_words    text    not null default '',
  mend_by       uuid,
  mend_name     text,
  signed_by     uuid,
  signed_name   text,
  signed_on     date,
  verified_name text,
  verified_on   date,
  closed_on     date,
  version       integer not null default 1,
  constraint ledger_finding_pkey primary key (id),
  constraint ledger_finding_number_unique unique (inspection_id, number),
  constraint ledger_finding_inspection_fkey foreign key (inspection_id) references ledger_inspection (id),
  constraint ledger_finding_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_finding_body_fkey foreign key (body_id) references body (id),
  constraint ledger_finding_state check (state in ('open', 'mended', 'verified', 'closed')),
  constraint ledger_finding_said check (text <> '' and (task_id is not null or coalesce(basis, '') <> '')),
  constraint ledger_finding_not_own_signature check (signed_by <> mend_by),
  constraint ledger_finding_whole check (state = 'open' or (mend_words <> '' and signed_on is not null))
);
create index ledger_finding_body on ledger_finding (body_id, state);
create index ledger_finding_due on ledger_finding (due) where state = 'open';

comment on column ledger_finding.term_days is 'Working days to mend, as ordered; null when a day was named.';
comment on column ledger_finding.state is 'mended: the head of the owner signed; verified: another unit agrees; closed: by the office.';

create table ledger_finding_file (
  finding_id uuid not null,
  file_id    uuid not null,
  part       text not null,
  constraint ledger_finding_file_pkey primary key (finding_id, file_id),
  constraint ledger_finding_file_finding_fkey foreign key (finding_id) references ledger_finding (id),
  constraint ledger_finding_file_file_fkey foreign key (file_id) references stored_file (id),
  constraint ledger_finding_file_part check (part in ('found', 'mended'))
);
comment on column ledger_finding_file.part is 'found: photographs of the finding; mended: evidence of the owner.';

create table ledger_finding_event (
  id         bigint      generated always as identity,
  finding_id uuid        not null,
  at         timestamptz not null,
  step       text        not null,
  actor_id   uuid,
  actor_name text        not null,
  words      text,
  constraint ledger_finding_event_pkey primary key (id),
  constraint ledger_finding_event_finding_fkey foreign key (finding_id) references ledger_finding (id)
);
create index ledger_finding_event_finding on ledger_finding_event (finding_id, id);
revoke update, delete, truncate on ledger_finding_event from :program;

-- What went up: once for each finding, its day and level.
create table ledger_finding_escalation (
  finding_id uuid    not null,
  due        date    not null,
  level      integer not null,
  on_day     date    not null,
  post       text,
  constraint ledger_finding_escalation_pkey primary key (finding_id, due, level),
  constraint ledger_finding_escalation_finding_fkey foreign key (finding_id) references ledger_finding (id),
  constraint ledger_finding_escalation_level check (level between 0 and 4)
);
revoke update, delete, truncate on ledger_finding_escalation from :program;
comment on column ledger_finding_escalation.level is '0 reminder before the due day, 1 officer, 2 head, 3 post in charge, 4 commander.';
