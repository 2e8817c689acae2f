-- The province's rank of each indicator, and lines of scores that wait for a person.
alter table ledger_indicator add column goal_within integer;
alter table ledger_indicator add column goal_reach integer;
alter table ledger_indicator add column goal_otherwise integer;
alter table ledger_indicator add column goal_basis text;
comment on column ledger_indicator.goal_within is
  'A rank up to this one before asks for goal_reach now, any other for goal_otherwise; null: no rank is asked for.';

-- 省评名次: entered by the office for a period. The newest row of an indicator counts; nothing is changed.
create table ledger_indicator_rank (
  id            bigint      generated always as identity,
  period_id     uuid        not null,
  indicator_key text        not null,
  rank_before   integer     not null,
  rank          integer     not null,
  source        text        not null,
  by_id         uuid,
  by_name       text        not null,
  at            timestamptz not null,
  constraint ledger_indicator_rank_pkey primary key (id),
  constraint ledger_indicator_rank_period_fkey foreign key (period_id) references ledger_period (id),
  constraint ledger_indicator_rank_indicator_fkey foreign key (indicator_key) references ledger_indicator (key),
  constraint ledger_indicator_rank_positive check (rank_before > 0 and rank > 0),
  constraint ledger_indicator_rank_source_not_blank check (source <> '')
);
create index ledger_indicator_rank_period on ledger_indicator_rank (period_id, indicator_key, id);
revoke update, delete, truncate on ledger_indicator_rank from :program;

alter table ledger_score_issue add column last_rank bigint not null default 0;
comment on column ledger_score_issue.last_rank is 'The newest rank that was counted; later ones do not change these scores.';

-- A line that was pending (待定) when the scores were issued is settled once by a person; the first row stays.
alter table ledger_score_line add column settled boolean not null default false;
drop index ledger_score_line_first;
create unique index ledger_score_line_first on ledger_score_line (period_id, body_id, line_key)
  where objection_id is null and not settled;
create unique index ledger_score_line_settled on ledger_score_line (period_id, body_id, line_key) where settled;
