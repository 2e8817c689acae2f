-- Notices (督办单、提示函、通报): composed from the ledger, edited, reviewed by another, numbered and issued.
create table ledger_notice (
  id            uuid    not null,
  kind          text    not null,
  period_id     uuid,
  body_ids      uuid[]  not null,
  content       jsonb   not null,
  series        text    not null,
  state         text    not null default 'draft',
  drafted_by    uuid,
  drafted_name  text    not null,
  drafted_on    date    not null,
  reviewed_by   uuid,
  reviewed_name text,
  reviewed_on   date,
  year          integer,
  serial        integer,
  issued_name   text,
  issued_on     date,
  docx_file_id  uuid,
  pdf_file_id   uuid,
  published     boolean not null default false,
  version       integer not null default 1,
  constraint ledger_notice_pkey primary key (id),
  constraint ledger_notice_number_unique unique (series, year, serial),
  constraint ledger_notice_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_notice_docx_fkey foreign key (docx_file_id) references stored_file (id),
  constraint ledger_notice_pdf_fkey foreign key (pdf_file_id) references stored_file (id),
  constraint ledger_notice_kind check (kind in ('order', 'prompt', 'bulletin')),
  constraint ledger_notice_state check (state in ('draft', 'reviewed', 'issued')),
  constraint ledger_notice_not_own_review check (reviewed_by <> drafted_by),
  constraint ledger_notice_issued_whole check (state <> 'issued' or (year is not null and serial is not null
    and issued_on is not null and docx_file_id is not null and pdf_file_id is not null)),
  constraint ledger_notice_published_issued check (not published or state = 'issued')
);
comment on column ledger_notice.kind is 'order 督办单, prompt 提示函, bulletin 通报.';
comment on column ledger_notice.content is 'What it says, as the layout takes it, without number and day.';
comment on column ledger_notice.series is 'The letters of its number (代字): 聊政督.';

-- The last serial given in each series and year; the row is locked while one is given.
create table ledger_notice_series (
  series text    not null,
  year   integer not null,
  last   integer not null,
  constraint ledger_notice_series_pkey primary key (series, year)
);
