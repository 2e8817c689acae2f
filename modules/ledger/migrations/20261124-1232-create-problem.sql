-- Three lists (三清单): responsibilities are the tasks; problems and the remedies against them stand here.
create table ledger_problem (
  id             uuid    not null,
  task_id        uuid,
  body_id        uuid    not null,
  source         text    not null,
  source_id      uuid,
  text           text    not null,
  help_wanted    text,
  raised_body_id uuid,
  raised_name    text    not null,
  raised_on      date    not null,
  due            date,
  state          text    not null default 'open',
  solved_on      date,
  version        integer not null default 1,
  constraint ledger_problem_pkey primary key (id),
  constraint ledger_problem_source_unique unique (source, source_id),
  constraint ledger_problem_task_fkey foreign key (task_id) references ledger_task (id),
  constraint ledger_problem_body_fkey foreign key (body_id) references body (id),
  constraint ledger_problem_raised_body_fkey foreign key (raised_body_id) references body (id),
  constraint ledger_problem_source check (source in ('report', 'finding', 'hand')),
  constraint ledger_problem_state check (state in ('open', 'in-hand', 'reported', 'solved', 'dropped')),
  constraint ledger_problem_text_not_blank check (text <> '')
);
create index ledger_problem_body on ledger_problem (body_id, state);
create index ledger_problem_task on ledger_problem (task_id);

comment on column ledger_problem.body_id is 'The unit that has to solve it.';
comment on column ledger_problem.source_id is 'The report or finding that it came from; each raises one problem at most. Null by hand.';
comment on column ledger_problem.state is 'in-hand: a remedy is set; reported: the unit says that it is solved; solved: another unit agrees.';

create table ledger_remedy (
  id         uuid    not null,
  problem_id uuid    not null,
  body_id    uuid    not null,
  text       text    not null,
  due        date,
  done_on    date,
  done_words text,
  version    integer not null default 1,
  constraint ledger_remedy_pkey primary key (id),
  constraint ledger_remedy_problem_fkey foreign key (problem_id) references ledger_problem (id),
  constraint ledger_remedy_body_fkey foreign key (body_id) references body (id),
  constraint ledger_remedy_text_not_blank check (text <> '')
);
create index ledger_remedy_problem on ledger_remedy (problem_id);

create table ledger_problem_event (
  id         bigint      generated always as identity,
  problem_id uuid        not null,
  at         timestamptz not null,
  step       text        not null,
  actor_id   uuid,
  actor_name text        not null,
  words      text,
  constraint ledger_problem_event_pkey primary key (id),
  constraint ledger_problem_event_problem_fkey foreign key (problem_id) references ledger_problem (id)
);
create index ledger_problem_event_problem on ledger_problem_event (problem_id, id);
revoke update, delete, truncate on ledger_problem_event from :program;
