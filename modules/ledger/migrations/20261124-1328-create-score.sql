-- Scores (考评): rules as data, inputs frozen at the close of a period, lines that explain themselves and are corrected
-- only with a trace.
create table ledger_score_rules (
  id          uuid        not null,
  number      integer     not null,
  lines       jsonb       not null,
  reason      text        not null,
  decided_by  uuid,
  decided_name text       not null,
  decided_on  date        not null,
  decided_at  timestamptz not null,
  constraint ledger_score_rules_pkey primary key (id),
  constraint ledger_score_rules_number_unique unique (number)
);
revoke update, delete, truncate on ledger_score_rules from :program;
comment on table ledger_score_rules is 'One version of all score rules; the newest is used when scores are issued.';
comment on column ledger_score_rules.lines is 'Each: key, title, FEEL text, what clause it rests on; null where the office alone decides the points.';

-- What was counted for each unit when a period closed.
create table ledger_score_input (
  period_id uuid        not null,
  body_id   uuid        not null,
  facts     jsonb       not null,
  frozen_at timestamptz not null,
  constraint ledger_score_input_pkey primary key (period_id, body_id),
  constraint ledger_score_input_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_score_input_body_fkey foreign key (body_id) references body (id)
);
revoke update, delete, truncate on ledger_score_input from :program;

-- What the ledger cannot count and the office states, with where it is from. The newest of a name counts.
create table ledger_score_fact (
  id        bigint      generated always as identity,
  period_id uuid        not null,
  body_id   uuid        not null,
  name      text        not null,
  value     jsonb       not null,
  source    text        not null,
  by_id     uuid,
  by_name   text        not null,
  at        timestamptz not null,
  constraint ledger_score_fact_pkey primary key (id),
  constraint ledger_score_fact_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_score_fact_body_fkey foreign key (body_id) references body (id),
  constraint ledger_score_fact_source_not_blank check (source <> '')
);
create index ledger_score_fact_period on ledger_score_fact (period_id, body_id, id);
revoke update, delete, truncate on ledger_score_fact from :program;

create table ledger_score_issue (
  period_id   uuid        not null,
  rules_id    uuid        not null,
  last_fact   bigint      not null,
  issued_by   uuid,
  issued_name text        not null,
  issued_on   date        not null,
  at          timestamptz not null,
  constraint ledger_score_issue_pkey primary key (period_id),
  constraint ledger_score_issue_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_score_issue_rules_fkey foreign key (rules_id) references ledger_score_rules (id)
);
revoke update, delete, truncate on ledger_score_issue from :program;
comment on column ledger_score_issue.last_fact is 'The newest stated fact that was counted; later ones do not change these scores.';

-- Lines of the scores. A correction is a newer row of the same line; the newest counts, the first stays.
create table ledger_score_line (
  id           bigint      generated always as identity,
  period_id    uuid        not null,
  body_id      uuid        not null,
  line_key     text        not null,
  points       numeric,
  talk         boolean     not null default false,
  reasons      jsonb       not null,
  objection_id uuid,
  words        text,
  by_id        uuid,
  by_name      text        not null,
  at           timestamptz not null,
  constraint ledger_score_line_pkey primary key (id),
  constraint ledger_score_line_period_fkey foreign key (period_id) references ledger_score_issue (period_id),
  constraint ledger_score_line_body_fkey foreign key (body_id) references body (id)
);
create index ledger_score_line_period on ledger_score_line (period_id, body_id, line_key, id);
create unique index ledger_score_line_first on ledger_score_line (period_id, body_id, line_key) where objection_id is null;
revoke update, delete, truncate on ledger_score_line from :program;
comment on column ledger_score_line.points is 'Null when a fact is missing: no number is invented.';

create table ledger_score_objection (
  id           uuid    not null,
  period_id    uuid    not null,
  body_id      uuid    not null,
  line_key     text    not null,
  text         text    not null,
  raised_by    uuid,
  raised_name  text    not null,
  raised_on    date    not null,
  due          date    not null,
  state        text    not null default 'open',
  answer       text,
  decided_by   uuid,
  decided_name text,
  decided_on   date,
  version      integer not null default 1,
  constraint ledger_score_objection_pkey primary key (id),
  constraint ledger_score_objection_period_fkey foreign key (period_id) references ledger_score_issue (period_id),
  constraint ledger_score_objection_body_fkey foreign key (body_id) references body (id),
  constraint ledger_score_objection_state check (state in ('open', 'upheld', 'rejected')),
  constraint ledger_score_objection_answered check (state = 'open' or (answer <> '' and decided_by is not null))
);
create unique index ledger_score_objection_open on ledger_score_objection (period_id, body_id, line_key) where state = 'open';
comment on column ledger_score_objection.due is '政府督查工作条例 17: decided within 30 days, by others than the authors.';
