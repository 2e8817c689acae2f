-- Daily work that has been done: each module once for each civil day of legal time.
create table daily_run (
  module  text        not null,
  day     date        not null,
  done_at timestamptz not null default clock_timestamp(),
  constraint daily_run_pkey primary key (module, day)
);

comment on column daily_run.day is 'Civil day of the legal time on which the work was done.';
