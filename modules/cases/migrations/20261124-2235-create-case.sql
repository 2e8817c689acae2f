-- Cases (办件). What happened stands in case_event, of which nothing is ever changed. The state of a case is the fold of
-- its events; the columns of case_file from version on, and case_part, follow from the fold in the same transaction.
create sequence case_serial;

create table case_file (
  id              uuid        not null,
  number          text        not null,
  item_code       text        not null,
  item_name       text        not null,
  item_version_id uuid        not null,
  body            text        not null,
  applicant_id    uuid,
  party_kind      text        not null,
  party_name      text        not null,
  party           jsonb       not null,
  answers         jsonb       not null,
  channel         text        not null,
  submitted_at    timestamptz not null,
  version         integer     not null,
  phase           text        not null,
  stage           text,
  last_day        date,
  near_day        date,
  law_day         date,
  paused          boolean     not null,
  provisional     boolean     not null,
  closed          boolean     not null,
  overdue_told    date,
  constraint case_file_pkey primary key (id),
  constraint case_file_number_unique unique (number),
  constraint case_file_item_fkey foreign key (item_version_id) references service_item_version (id),
  constraint case_file_applicant_fkey foreign key (applicant_id) references account (id),
  constraint case_file_party_kind check (party_kind in ('person', 'firm')),
  constraint case_file_channel check (channel in ('online', 'window'))
);
create index case_file_applicant on case_file (applicant_id, number) where applicant_id is not null;
create index case_file_due on case_file (last_day) where not closed and not paused;
create index case_file_provisional on case_file (id) where provisional and not closed;

comment on table case_file is 'One application, and where it stands.';
comment on column case_file.id is 'Made by who submits: the same submission twice is one case.';
comment on column case_file.number is 'What the applicant is told: the day of submission and a serial of the city.';
comment on column case_file.body is 'Key of the body in charge.';
comment on column case_file.applicant_id is 'The account that applied; null where a window took it in for somebody without one.';
comment on column case_file.party is 'Who applies: code (resident id or credit code) and telephone.';
comment on column case_file.answers is 'The form as submitted.';
comment on column case_file.version is 'Number of the last event.';
comment on column case_file.phase is 'Of kernel/process: submitted, supplementing, reviewing, decided, ended.';
comment on column case_file.last_day is 'Of the clock that ends first; null while none runs or it is suspended.';
comment on column case_file.law_day is 'Of the clock of acceptance or the statutory one, after which the law may speak; never before last_day.';
comment on column case_file.near_day is 'From this day on the light is yellow.';
comment on column case_file.provisional is 'The last day leans on a year whose holidays were not announced.';
comment on column case_file.overdue_told is 'The latest day about which it was announced that it passed.';

create table case_event (
  case_id    uuid        not null,
  number     integer     not null,
  at         timestamptz not null,
  actor_id   uuid,
  actor_name text        not null,
  content    jsonb       not null,
  constraint case_event_pkey primary key (case_id, number),
  constraint case_event_case_fkey foreign key (case_id) references case_file (id)
);
revoke update, delete, truncate on case_event from :program;
comment on table case_event is 'What happened, in order; two who act at once: the number decides who was first.';
comment on column case_event.content is 'An event of kernel/process.';

create table case_part (
  case_id  uuid   not null,
  unit     text   not null,
  number   text   not null,
  posts    text[] not null,
  last_day date   not null,
  near_day date,
  constraint case_part_pkey primary key (case_id, unit),
  constraint case_part_case_fkey foreign key (case_id) references case_file (id)
);
create index case_part_waiting on case_part (unit, last_day, case_id) where posts <> '{}';
create index case_part_all on case_part (unit, number);
comment on table case_part is 'Every unit that has or had to do with a case, and whether the case waits for it now.';
comment on column case_part.unit is 'Key of a body.';
comment on column case_part.number is 'Of the case, for the order of lists.';
comment on column case_part.posts is 'Whose turn it is in the unit: clerk, officer, head; empty where nothing waits for it.';
comment on column case_part.last_day is 'Of the clock of the unit that ends first; 9999-12-31 where none runs.';

create table case_material (
  case_id  uuid        not null,
  file_id  uuid        not null,
  material text        not null,
  added_at timestamptz not null,
  added_by uuid,
  constraint case_material_pkey primary key (case_id, file_id),
  constraint case_material_file_fkey foreign key (file_id) references stored_file (id)
);
comment on table case_material is 'Files that were handed in.';
comment on column case_material.case_id is 'Of the case; before submission of the draft, which has the same id.';
comment on column case_material.material is 'Key of the material, name of the field, or what the notice of supplement asked for.';

create table case_note (
  id         uuid        not null,
  case_id    uuid        not null,
  at         timestamptz not null,
  actor_id   uuid,
  actor_name text        not null,
  words      text        not null,
  step       text,
  outcome    text,
  constraint case_note_pkey primary key (id),
  constraint case_note_case_fkey foreign key (case_id) references case_file (id),
  constraint case_note_draft check ((step is null) = (outcome is null))
);
create index case_note_case on case_note (case_id, at);
revoke update, delete, truncate on case_note from :program;
comment on table case_note is 'Internal words of the units; with step and outcome a drafted decision for the head.';

create table case_draft (
  id         uuid        not null,
  account_id uuid        not null,
  item_code  text        not null,
  content    jsonb       not null,
  version    integer     not null,
  saved_at   timestamptz not null,
  constraint case_draft_pkey primary key (id),
  constraint case_draft_account_fkey foreign key (account_id) references account (id)
);
create index case_draft_account on case_draft (account_id, saved_at);
comment on table case_draft is 'A form that is being filled in, to return to; gone once submitted.';
