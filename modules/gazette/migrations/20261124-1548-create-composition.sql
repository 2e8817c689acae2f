-- Manuscripts (待刊文件): published documents that an issue may print. Offered by the ledger, or typed by an editor.
create table gazette_manuscript (
  id            uuid        not null,
  thing         text,
  section       text        not null,
  number        text,
  folded_number text,
  title         text        not null,
  issuer        text,
  signed_on     date,
  addressees    text,
  body          text        not null,
  annex         text        not null,
  withdrawn     boolean     not null default false,
  written_by    uuid,
  written_name  text        not null,
  written_at    timestamptz not null,
  version       integer     not null default 1,
  constraint gazette_manuscript_pkey primary key (id),
  constraint gazette_manuscript_thing_unique unique (thing)
);
create unique index gazette_manuscript_number_unique on gazette_manuscript (folded_number) where not withdrawn;
comment on column gazette_manuscript.thing is 'What it comes from, e.g. notice/018f…; null where an editor typed it.';
comment on column gazette_manuscript.section is 'Heading of the contents that is proposed for it.';
comment on column gazette_manuscript.annex is 'What stands behind the signature.';
comment on column gazette_manuscript.withdrawn is 'No longer to be printed; a printed one stays as it is.';

-- Issues being composed (编辑中的一期). At most one is open.
create table gazette_composition (
  id              uuid    not null,
  title           text    not null,
  year            integer not null,
  number          integer not null,
  serial          integer,
  month           date    not null,
  published_on    date    not null,
  sponsor         text    not null,
  publisher       text    not null,
  sections        jsonb   not null,
  acts            jsonb   not null,
  chronicle       jsonb   not null,
  state           text    not null default 'draft',
  composed_by     uuid,
  composed_name   text    not null,
  composed_on     date    not null,
  reviewed_by     uuid,
  reviewed_name   text,
  reviewed_on     date,
  reviewed_digest text,
  void_reason     text,
  version         integer not null default 1,
  constraint gazette_composition_pkey primary key (id),
  constraint gazette_composition_state check (state in ('draft', 'reviewed', 'signed', 'void')),
  constraint gazette_composition_not_own_review check (reviewed_by <> composed_by),
  constraint gazette_composition_void_reason check (state <> 'void' or void_reason <> '')
);
create unique index gazette_composition_one_open on gazette_composition ((true)) where state in ('draft', 'reviewed');
create unique index gazette_composition_number_unique on gazette_composition (year, number) where state <> 'void';
comment on column gazette_composition.sections is 'Headings of the contents in order, each with its manuscripts in order.';
comment on column gazette_composition.reviewed_digest is 'SHA-256 of the content that was reviewed; anything else is signed only after another review.';

-- Signed issues: a chain, never changed. A correction is printed in a later issue.
create table gazette_signed_issue (
  position       integer     not null,
  composition_id uuid        not null,
  issue_id       uuid        not null,
  content        text        not null,
  content_hash   text        not null,
  statement      text        not null,
  hash           text        not null,
  previous       text        not null,
  signature      text        not null,
  public_key     text        not null,
  seal_id        integer     not null,
  seal           text        not null,
  txt_file_id    uuid        not null,
  docx_file_id   uuid        not null,
  pdf_file_id    uuid        not null,
  pages          integer     not null,
  signed_by      uuid,
  signed_name    text        not null,
  signed_on      date        not null,
  signed_at      timestamptz not null,
  constraint gazette_signed_issue_pkey primary key (position),
  constraint gazette_signed_issue_composition_unique unique (composition_id),
  constraint gazette_signed_issue_issue_unique unique (issue_id),
  constraint gazette_signed_issue_previous_unique unique (previous),
  constraint gazette_signed_issue_composition_fkey foreign key (composition_id) references gazette_composition (id),
  constraint gazette_signed_issue_issue_fkey foreign key (issue_id) references gazette_issue (id),
  constraint gazette_signed_issue_txt_fkey foreign key (txt_file_id) references stored_file (id),
  constraint gazette_signed_issue_docx_fkey foreign key (docx_file_id) references stored_file (id),
  constraint gazette_signed_issue_pdf_fkey foreign key (pdf_file_id) references stored_file (id)
);
comment on column gazette_signed_issue.content is 'Canonical text of what the issue prints.';
comment on column gazette_signed_issue.statement is 'Canonical text that is signed: issue, content hash, previous hash, seal of the audit, key.';
comment on column gazette_signed_issue.previous is 'Hash of the issue before; unique, so that the chain never forks.';
comment on column gazette_signed_issue.seal is 'Head of the audit''s chain when the issue was signed, as printed in it.';

-- Which issue printed a manuscript: once and for all.
create table gazette_printing (
  manuscript_id  uuid not null,
  composition_id uuid not null,
  constraint gazette_printing_pkey primary key (manuscript_id),
  constraint gazette_printing_manuscript_fkey foreign key (manuscript_id) references gazette_manuscript (id),
  constraint gazette_printing_composition_fkey foreign key (composition_id) references gazette_composition (id)
);

revoke update, delete, truncate on gazette_signed_issue from :program;
revoke update, delete, truncate on gazette_printing from :program;
