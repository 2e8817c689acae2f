-- Documents that promise something: from the gazette, from a pack as facts, by hand, or from an office's old spreadsheet.
create table ledger_document (
  id                  uuid    not null,
  key                 text    not null,
  folded              text    not null,
  number              text,
  title               text    not null,
  kind                text,
  issuer              text,
  signed_on           date,
  source              text    not null,
  gazette_document_id uuid,
  issue_id            uuid,
  supervisor_body_id  uuid,
  supervisor_name     text,
  milestones          jsonb   not null,
  headings            jsonb   not null,
  release             text    not null default 'nothing',
  version             integer not null default 1,
  constraint ledger_document_pkey primary key (id),
  constraint ledger_document_folded_unique unique (folded),
  constraint ledger_document_gazette_fkey foreign key (gazette_document_id) references gazette_document (id),
  constraint ledger_document_issue_fkey foreign key (issue_id) references gazette_issue (id),
  constraint ledger_document_supervisor_fkey foreign key (supervisor_body_id) references body (id),
  constraint ledger_document_source check (source in ('pack', 'gazette', 'xlsx', 'hand')),
  constraint ledger_document_release check (release in ('nothing', 'tracked', 'progress'))
);
create index ledger_document_issue on ledger_document (issue_id);

comment on column ledger_document.key is 'As cited: the number, else the title.';
comment on column ledger_document.folded is 'The key with one form of brackets and no spaces; decides that a document is on record already.';
comment on column ledger_document.gazette_document_id is 'Set when the gazette holds the document; null for a basis whose text is not held.';
comment on column ledger_document.supervisor_name is 'Supervising body or post as printed: 市政府办公室, 总指挥.';
comment on column ledger_document.milestones is 'General dates: phrase, due, name, inherited by the measures or not.';
comment on column ledger_document.headings is 'Chapter headings by path, where known.';
comment on column ledger_document.release is 'What the public sees: nothing, that it is tracked, or its progress too.';

-- One row a clause. The draft lives here until it is confirmed; then its tasks exist.
create table ledger_measure (
  id             uuid        not null,
  document_id    uuid        not null,
  position       integer     not null,
  path           text[]      not null,
  path_key       text        not null,
  title          text        not null,
  source         text        not null,
  source_key     text,
  reading        jsonb       not null,
  incoming       jsonb,
  gone           boolean     not null default false,
  draft          jsonb       not null,
  faults         jsonb       not null,
  blocking       boolean     not null default false,
  open_names     text[]      not null default '{}',
  edited         boolean     not null default false,
  state          text        not null default 'draft',
  confirmed_by   uuid,
  confirmed_name text,
  confirmed_at   timestamptz,
  version        integer     not null default 1,
  constraint ledger_measure_pkey primary key (id),
  constraint ledger_measure_path_unique unique (document_id, path_key),
  constraint ledger_measure_source_key_unique unique (source_key),
  constraint ledger_measure_document_fkey foreign key (document_id) references ledger_document (id),
  constraint ledger_measure_source check (source in ('pack', 'gazette', 'xlsx', 'hand')),
  constraint ledger_measure_state check (state in ('draft', 'confirmed')),
  constraint ledger_measure_confirmed_whole check (state = 'draft' or not blocking)
);
create index ledger_measure_order on ledger_measure (document_id, position);
create index ledger_measure_open_names on ledger_measure using gin (open_names);

comment on column ledger_measure.path_key is 'The path joined with slashes; a second clause of the same path gets #2.';
comment on column ledger_measure.source_key is 'Row of a spreadsheet that it was taken from: digest, sheet, row. Taken once only.';
comment on column ledger_measure.reading is 'What was read: text with marks, assignments, deadlines, targets. Text is null where only facts are held.';
comment on column ledger_measure.incoming is 'A newer reading that differs, waiting for a person because the draft was edited or confirmed.';
comment on column ledger_measure.gone is 'The newest text of the document has no such clause.';
comment on column ledger_measure.draft is 'Proposed tasks in order, with parties looked up.';
comment on column ledger_measure.blocking is 'A fault forbids confirming: no lead, or a lead that is not known.';
comment on column ledger_measure.open_names is 'Printed names that fit no body, or several.';
comment on column ledger_measure.edited is 'A person changed the draft; a newer reading no longer replaces it.';

create table ledger_task (
  id           uuid        not null,
  measure_id   uuid        not null,
  parent_id    uuid,
  ordinal      integer     not null,
  title        text        not null,
  span_start   integer,
  span_end     integer,
  state        text        not null,
  due          date,
  due_phrase   text,
  next_due     date,
  original_due date,
  late_reason  text,
  reported_on  date,
  extension    jsonb,
  merged_into  uuid,
  suspended_in text,
  changed_at   timestamptz not null,
  version      integer     not null default 1,
  constraint ledger_task_pkey primary key (id),
  constraint ledger_task_measure_fkey foreign key (measure_id) references ledger_measure (id),
  constraint ledger_task_parent_fkey foreign key (parent_id) references ledger_task (id),
  constraint ledger_task_merged_fkey foreign key (merged_into) references ledger_task (id),
  constraint ledger_task_not_own_parent check (parent_id <> id),
  constraint ledger_task_state check (state in ('draft', 'assigned', 'in-progress', 'reported', 'returned', 'verified',
    'closed', 'suspended', 'cancelled', 'merged', 'split'))
);
create index ledger_task_measure on ledger_task (measure_id);
create index ledger_task_parent on ledger_task (parent_id);
create index ledger_task_due on ledger_task (next_due, id);

comment on column ledger_task.state is 'draft: the confirmation was taken back; such a task shows nowhere.';
comment on column ledger_task.due is 'Last of its own dates.';
comment on column ledger_task.next_due is 'Earliest own date not yet reached, else the last one; decides the light.';
comment on column ledger_task.original_due is 'Due before the first extension.';
comment on column ledger_task.extension is 'An extension that was asked and not yet answered: due, phrase, reason, by, on.';
comment on column ledger_task.suspended_in is 'State that it returns to when resumed.';
comment on column ledger_task.late_reason is 'Why a part ends later than the task it belongs to.';

-- The first lead reports for all.
create table ledger_task_party (
  task_id   uuid    not null,
  role      text    not null,
  ordinal   integer not null,
  name      text    not null,
  body_id   uuid,
  via_group text,
  constraint ledger_task_party_pkey primary key (task_id, role, ordinal),
  constraint ledger_task_party_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_task_party_body_fkey foreign key (body_id) references body (id),
  constraint ledger_task_party_role check (role in ('lead', 'support'))
);
create index ledger_task_party_body on ledger_task_party (body_id, role, task_id);

comment on column ledger_task_party.name is 'As printed; for a member of a group the member''s own name.';
comment on column ledger_task_party.via_group is 'Printed name of the group that it was expanded from.';

create table ledger_task_milestone (
  id         uuid    not null,
  task_id    uuid    not null,
  ordinal    integer not null,
  phrase     text    not null,
  kind       text    not null,
  due        date,
  start_on   date,
  rule       text,
  inherited  boolean not null,
  name       text,
  reached_on date,
  constraint ledger_task_milestone_pkey primary key (id),
  constraint ledger_task_milestone_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_task_milestone_ordinal_unique unique (task_id, inherited, ordinal)
);
comment on column ledger_task_milestone.inherited is 'A general date of the document; shown, but it does not decide the light.';

create table ledger_task_target (
  task_id uuid             not null,
  ordinal integer          not null,
  phrase  text             not null,
  metric  text             not null,
  op      text             not null,
  value   double precision not null,
  unit    text             not null,
  constraint ledger_task_target_pkey primary key (task_id, ordinal),
  constraint ledger_task_target_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_task_target_op check (op in ('>=', '<=', '>', '<', '=', 'about'))
);

-- What happened to a task, in its people's words.
create table ledger_task_event (
  id         bigint      generated always as identity,
  task_id    uuid        not null,
  at         timestamptz not null,
  step       text        not null,
  to_state   text        not null,
  actor_id   uuid,
  actor_name text        not null,
  body_id    uuid,
  words      text,
  constraint ledger_task_event_pkey primary key (id),
  constraint ledger_task_event_task_fkey foreign key (task_id) references ledger_task (id)
);
create index ledger_task_event_task on ledger_task_event (task_id, id);
revoke update, delete, truncate on ledger_task_event from :program;

-- Indicators of the city: which chapters belong to which.
create table ledger_indicator (
  key       text    not null,
  position  integer not null,
  name      text    not null,
  folded    text    not null,
  chapters  text[]  not null,
  commander text,
  constraint ledger_indicator_pkey primary key (key)
);
comment on column ledger_indicator.folded is 'The document whose chapters they are, as ledger_document.folded.';
comment on column ledger_indicator.chapters is 'Path keys; empty when none is printed.';
comment on column ledger_indicator.commander is 'The post that commands (总指挥), not a person.';

-- Filters that a person kept.
create table ledger_view (
  id         uuid  not null,
  account_id uuid  not null,
  name       text  not null,
  query      jsonb not null,
  constraint ledger_view_pkey primary key (id),
  constraint ledger_view_name_unique unique (account_id, name)
);

-- Spreadsheets that were handed in, as text by cell.
create table ledger_sheet (
  id          uuid        not null,
  file_name   text        not null,
  digest      text        not null,
  sheets      jsonb       not null,
  account_id  uuid,
  uploaded_at timestamptz not null,
  constraint ledger_sheet_pkey primary key (id),
  constraint ledger_sheet_digest_unique unique (digest)
);

-- What the columns of a kind of sheet mean, said once by a person.
create table ledger_sheet_mapping (
  signature text        not null,
  mapping   jsonb       not null,
  said_by   uuid,
  said_at   timestamptz not null,
  constraint ledger_sheet_mapping_pkey primary key (signature)
);
comment on column ledger_sheet_mapping.signature is 'The heads of the columns without spaces, joined.';

-- Edited exports that came back, as a list of differences.
create table ledger_return (
  id          uuid        not null,
  file_name   text        not null,
  unchanged   integer     not null,
  items       jsonb       not null,
  account_id  uuid,
  uploaded_at timestamptz not null,
  version     integer     not null default 1,
  constraint ledger_return_pkey primary key (id)
);
