-- 签收 and 反馈: a unit takes an issued notice, and answers it. Nothing is changed.
create table ledger_notice_answer (
  id        uuid        not null,
  notice_id uuid        not null,
  body_id   uuid        not null,
  kind      text        not null,
  text      text        not null,
  by_id     uuid,
  by_name   text        not null,
  on_day    date        not null,
  at        timestamptz not null,
  constraint ledger_notice_answer_pkey primary key (id),
  constraint ledger_notice_answer_notice_fkey foreign key (notice_id) references ledger_notice (id),
  constraint ledger_notice_answer_body_fkey foreign key (body_id) references body (id),
  constraint ledger_notice_answer_kind check (kind in ('receipt', 'reply')),
  constraint ledger_notice_answer_said check (kind = 'receipt' or text <> '')
);
create unique index ledger_notice_answer_receipt on ledger_notice_answer (notice_id, body_id) where kind = 'receipt';
create index ledger_notice_answer_notice on ledger_notice_answer (notice_id, at);
revoke update, delete, truncate on ledger_notice_answer from :program;
comment on column ledger_notice_answer.kind is 'receipt: the unit has it, once; reply: what it says about it.';
