-- How far the play of a demonstration has come. No row: nothing is played here.
create table demonstration_play (
  id        integer not null default 1,
  first_day date    not null,
  last_day  date    not null,
  scale     double precision not null,
  played_to date,
  problem   text,
  constraint demonstration_play_pkey primary key (id),
  constraint demonstration_play_one_row check (id = 1),
  constraint demonstration_play_days check (first_day <= last_day),
  constraint demonstration_play_scale check (scale > 0)
);
comment on column demonstration_play.played_to is 'The last day that is played whole; it is written in the transaction of that day.';
comment on column demonstration_play.problem is 'Why the play stands still, in words for the administrator; null while all is well.';
