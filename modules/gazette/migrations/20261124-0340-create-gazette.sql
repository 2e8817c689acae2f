-- Texts as they were read from files. A row is never changed: a corrected text is another row.
create table gazette_source (
  id          uuid        not null,
  digest      text        not null,
  text        text        not null,
  file_name   text        not null,
  file_kind   text        not null,
  file_digest text        not null,
  pages       integer,
  notes       jsonb       not null,
  read_at     timestamptz not null,
  constraint gazette_source_pkey primary key (id),
  constraint gazette_source_digest_unique unique (digest)
);
comment on column gazette_source.digest is 'SHA-256 of the text, so that the same text from a txt and a docx is one source.';
comment on column gazette_source.file_digest is 'SHA-256 of the uploaded bytes; the file is kept under it.';
comment on column gazette_source.notes is 'What reading the file left out or repaired, in Chinese.';

-- Issues of the gazette. Known from a pack without text (source_id null), filled in by an import.
create table gazette_issue (
  id        uuid    not null,
  key       text    not null,
  title     text    not null,
  year      integer,
  number    integer,
  serial    integer,
  label     text    not null,
  sponsor   text,
  publisher text,
  contents  jsonb   not null,
  source_id uuid,
  version   integer not null default 0,
  constraint gazette_issue_pkey primary key (id),
  constraint gazette_issue_key_unique unique (key),
  constraint gazette_issue_printed_unique unique nulls not distinct (title, year, number, label),
  constraint gazette_issue_source_fkey foreign key (source_id) references gazette_source (id)
);
comment on column gazette_issue.key is 'Readable name in addresses: 2021-6.';
comment on column gazette_issue.version is 'Counts the texts of the issue that were imported; 0 while only facts are known.';

-- Documents. Facts may be known without the text (text_version 0); an import fills them in.
create table gazette_document (
  id              uuid    not null,
  key             text    not null,
  number          text,
  folded_number   text,
  title           text    not null,
  folded_title    text    not null,
  kind            text,
  issuer          text,
  signed_on       date,
  addressees      text,
  effective_from  date,
  effective_until date,
  openness        text,
  issue_id        uuid,
  section         text,
  page            integer,
  origin          text    not null,
  facts           jsonb   not null,
  text_version    integer not null default 0,
  version         integer not null default 1,
  constraint gazette_document_pkey primary key (id),
  constraint gazette_document_key_unique unique (key),
  constraint gazette_document_number_unique unique (folded_number),
  constraint gazette_document_issue_fkey foreign key (issue_id) references gazette_issue (id),
  constraint gazette_document_origin check (origin in ('pack', 'import', 'hand'))
);
create index gazette_document_folded_title on gazette_document (folded_title);
create index gazette_document_issue on gazette_document (issue_id);

comment on column gazette_document.key is 'First part of its addresses: the number, else the title.';
comment on column gazette_document.folded_number is 'The number with one form of brackets and no spaces; two documents never share one.';
comment on column gazette_document.effective_until is 'Last day in force, inclusive, as printed.';
comment on column gazette_document.openness is 'Openness attribute as given: 主动公开, 依申请公开, 不予公开.';
comment on column gazette_document.facts is 'What the pack knows beside the columns: headings, annexes, supervision, milestones, rank target.';
comment on column gazette_document.origin is 'How it first came on record: pack facts, an imported text, or by hand (a basis whose text is not held).';

-- Texts of a document, numbered from 1. The newest is the one in force; older ones are kept for comparison.
create table gazette_document_text (
  document_id uuid        not null,
  version     integer     not null,
  source_id   uuid        not null,
  import_id   uuid        not null,
  digest      text        not null,
  line        integer     not null,
  milestones  jsonb       not null,
  read_at     timestamptz not null,
  constraint gazette_document_text_pkey primary key (document_id, version),
  constraint gazette_document_text_document_fkey foreign key (document_id) references gazette_document (id),
  constraint gazette_document_text_source_fkey foreign key (source_id) references gazette_source (id)
);
comment on column gazette_document_text.digest is 'SHA-256 over paths and texts; the same text twice is one version.';

-- Places that can be cited.
create table gazette_provision (
  id          uuid    not null,
  document_id uuid    not null,
  version     integer not null,
  position    integer not null,
  depth       integer not null,
  path        text[]  not null,
  path_key    text    not null,
  kind        text    not null,
  mark        text,
  heading     text,
  text        text    not null,
  line        integer not null,
  pieces      jsonb   not null,
  constraint gazette_provision_pkey primary key (id),
  constraint gazette_provision_path_unique unique (document_id, version, path_key),
  constraint gazette_provision_text_fkey foreign key (document_id, version) references gazette_document_text (document_id, version)
);
comment on column gazette_provision.path_key is 'The path joined with slashes, canonical: 附件/一/（一）.';
comment on column gazette_provision.text is 'Own text without what stands below it; numbering and heading included.';
comment on column gazette_provision.pieces is 'Which runs of the source text it was joined from: at, source, length.';

-- Measures as the parser read them; the ledger makes tasks of them.
create table gazette_measure (
  id           uuid    not null,
  document_id  uuid    not null,
  version      integer not null,
  provision_id uuid,
  position     integer not null,
  path         text[]  not null,
  path_key     text    not null,
  read         jsonb   not null,
  constraint gazette_measure_pkey primary key (id),
  constraint gazette_measure_position_unique unique (document_id, version, position),
  constraint gazette_measure_text_fkey foreign key (document_id, version) references gazette_document_text (document_id, version),
  constraint gazette_measure_provision_fkey foreign key (provision_id) references gazette_provision (id)
);
comment on column gazette_measure.read is 'MeasureRead of kernel/gazette-text with marks and pieces.';

-- Appointments as printed.
create table gazette_act (
  id               uuid    not null,
  document_id      uuid    not null,
  version          integer not null,
  position         integer not null,
  person           text    not null,
  action           text    not null,
  post             text    not null,
  acted_on         date,
  probation_months integer,
  note             text,
  line             integer not null,
  constraint gazette_act_pkey primary key (id),
  constraint gazette_act_position_unique unique (document_id, version, position),
  constraint gazette_act_text_fkey foreign key (document_id, version) references gazette_document_text (document_id, version),
  constraint gazette_act_action check (action in ('appoint', 'remove', 'lapse'))
);
create index gazette_act_person on gazette_act (person);

-- Entries of the chronicle, by day or span.
create table gazette_chronicle (
  id          uuid    not null,
  document_id uuid    not null,
  version     integer not null,
  position    integer not null,
  starts_on   date    not null,
  ends_on     date    not null,
  text        text    not null,
  people      text[]  not null,
  line        integer not null,
  constraint gazette_chronicle_pkey primary key (id),
  constraint gazette_chronicle_position_unique unique (document_id, version, position),
  constraint gazette_chronicle_text_fkey foreign key (document_id, version) references gazette_document_text (document_id, version)
);
create index gazette_chronicle_day on gazette_chronicle (starts_on, ends_on);
create index gazette_chronicle_people on gazette_chronicle using gin (people);

-- Files handed in, and how far each has come.
create table gazette_import (
  id               uuid        not null,
  file_name        text        not null,
  file_size        integer     not null,
  file_digest      text        not null,
  stage            text        not null,
  percent          integer     not null default 0,
  outcome          text,
  counts           jsonb       not null,
  faults           jsonb       not null,
  notes            jsonb       not null,
  refusal          jsonb,
  issue_id         uuid,
  source_id        uuid,
  document_ids     uuid[]      not null default '{}',
  draft            jsonb,
  account_id       uuid,
  account_name     text        not null,
  received_at      timestamptz not null,
  finished_at      timestamptz,
  constraint gazette_import_pkey primary key (id),
  constraint gazette_import_issue_fkey foreign key (issue_id) references gazette_issue (id),
  constraint gazette_import_source_fkey foreign key (source_id) references gazette_source (id),
  constraint gazette_import_stage check (stage in ('received', 'reading', 'parsing', 'writing', 'drafting', 'drafted', 'refused', 'failed')),
  constraint gazette_import_outcome check (outcome in ('new', 'same', 'corrected'))
);
create index gazette_import_received on gazette_import (received_at desc);
comment on column gazette_import.outcome is 'new: first time on record; same: already on record, nothing added; corrected: a new version of at least one text.';
comment on column gazette_import.refusal is 'Code and what the person is told, when refused or failed.';
comment on column gazette_import.file_digest is 'SHA-256 of the uploaded bytes, under which the city keeps the file.';
comment on column gazette_import.faults is 'What a person should look at, by line of the source.';
comment on column gazette_import.draft is 'Counts of the draft that the ledger made.';

-- What hangs on a clause: tasks, indicators, rules, services, registers. Written by the modules that own them.
create table gazette_hanging (
  id            uuid    not null,
  document      text    not null,
  folded        text    not null,
  path          text[]  not null,
  path_key      text    not null,
  thing         text    not null,
  kind          text    not null,
  title         text    not null,
  url           text    not null,
  state         text    not null,
  due           date,
  detail        text,
  visible       text    not null,
  constraint gazette_hanging_pkey primary key (id),
  constraint gazette_hanging_thing_unique unique (thing, folded, path_key),
  constraint gazette_hanging_state check (state in ('not-begun', 'running', 'done', 'suspended', 'cancelled')),
  constraint gazette_hanging_visible check (visible in ('nothing', 'tracked', 'progress'))
);
create index gazette_hanging_basis on gazette_hanging (folded, path_key);
comment on column gazette_hanging.document is 'As cited: number of the document, or its title; may be a law whose text is not held.';
comment on column gazette_hanging.folded is 'The citation with one form of brackets and no spaces; equals folded_number or folded_title of the document where there is one.';
comment on column gazette_hanging.visible is 'What the public sees: nothing, that it is tracked, or its progress too.';

-- Clauses that a named person decided not to automate.
create table gazette_judgement (
  document_id uuid        not null,
  path_key    text        not null,
  reason      text        not null,
  decided_by  uuid,
  decided_name text       not null,
  decided_at  timestamptz not null,
  version     integer     not null default 1,
  constraint gazette_judgement_pkey primary key (document_id, path_key),
  constraint gazette_judgement_document_fkey foreign key (document_id) references gazette_document (id),
  constraint gazette_judgement_reason_not_blank check (reason <> '')
);

revoke update, delete, truncate on gazette_source from :program;
