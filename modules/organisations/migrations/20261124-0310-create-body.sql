-- Bodies of the city: departments, counties, zones, firms of the state. Names change in time; a body is never renamed in place.
create table body (
  id             uuid    not null,
  key            text    not null,
  kind           text    not null,
  level          text,
  division       text,
  parent_id      uuid,
  position       integer not null default 0,
  certainty      text,
  note           text,
  assigned       boolean not null default true,
  effective_from date,
  effective_to   date,
  version        integer not null default 1,
  constraint body_pkey primary key (id),
  constraint body_key_unique unique (key),
  constraint body_parent_fkey foreign key (parent_id) references body (id),
  constraint body_not_own_parent check (parent_id <> id)
);

comment on column body.division is 'Division code of GB/T 2260 where the body governs a division.';
comment on column body.effective_to is 'First day on which the body no longer exists.';
comment on column body.assigned is 'Whether measures may give it work.';

-- Official names, each valid from a day until the day before another.
create table body_name (
  id             uuid not null,
  body_id        uuid not null,
  name           text not null,
  short          text not null,
  folded_name    text not null,
  folded_short   text not null,
  effective_from date,
  effective_to   date,
  constraint body_name_pkey primary key (id),
  constraint body_name_body_fkey foreign key (body_id) references body (id),
  constraint body_name_unique unique nulls not distinct (body_id, name, short, effective_from)
);
create index body_name_folded_name on body_name (folded_name);
create index body_name_folded_short on body_name (folded_short);

comment on column body_name.folded_name is 'The name without spaces and with one width of brackets, as names are compared.';

-- Other printed forms of a body. A person's answer to an unknown name becomes one.
create table body_alias (
  id             uuid not null,
  body_id        uuid not null,
  name           text not null,
  folded         text not null,
  basis          text,
  said_by        uuid,
  effective_from date,
  effective_to   date,
  constraint body_alias_pkey primary key (id),
  constraint body_alias_body_fkey foreign key (body_id) references body (id),
  constraint body_alias_unique unique nulls not distinct (folded, body_id, effective_from)
);

-- Names that stand for several bodies: 各县（市、区）人民政府.
create table body_group (
  id       uuid    not null,
  key      text    not null,
  name     text    not null,
  complete boolean not null,
  version  integer not null default 1,
  constraint body_group_pkey primary key (id),
  constraint body_group_key_unique unique (key)
);
comment on column body_group.complete is 'False when the text does not say who belongs; a person must fill it.';

create table body_group_name (
  group_id uuid not null,
  name     text not null,
  folded   text not null,
  constraint body_group_name_pkey primary key (group_id, folded),
  constraint body_group_name_group_fkey foreign key (group_id) references body_group (id)
);
create index body_group_name_folded on body_group_name (folded);

create table body_group_member (
  group_id       uuid    not null,
  body_id        uuid    not null,
  position       integer not null default 0,
  effective_from date,
  effective_to   date,
  constraint body_group_member_pkey primary key (group_id, body_id),
  constraint body_group_member_group_fkey foreign key (group_id) references body_group (id),
  constraint body_group_member_body_fkey foreign key (body_id) references body (id)
);

-- Posts, and who held them by which act.
create table post (
  id      uuid not null,
  key     text not null,
  body_id uuid,
  title   text not null,
  name    text not null,
  folded  text not null,
  constraint post_pkey primary key (id),
  constraint post_key_unique unique (key),
  constraint post_folded_unique unique (folded),
  constraint post_body_fkey foreign key (body_id) references body (id)
);
comment on column post.body_id is 'Null when the printed post names no body that is on record.';

create table tenure (
  id               uuid    not null,
  post_id          uuid    not null,
  person           text    not null,
  held_from        date,
  held_until       date,
  appointed_by     text,
  ended_by         text,
  end_kind         text,
  probation_months integer,
  probation_until  date,
  rank_note        text,
  constraint tenure_pkey primary key (id),
  constraint tenure_post_fkey foreign key (post_id) references post (id),
  constraint tenure_appointed_once unique (post_id, person, appointed_by),
  constraint tenure_ended_once unique (post_id, person, ended_by),
  constraint tenure_end_kind check (end_kind in ('remove', 'lapse'))
);
create index tenure_person on tenure (person);
create index tenure_probation on tenure (probation_until) where probation_until is not null;

comment on column tenure.held_from is 'First day; null when the appointment is older than the record.';
comment on column tenure.held_until is 'First day on which the post is no longer held.';
comment on column tenure.appointed_by is 'Number of the document that appointed.';
comment on column tenure.probation_until is 'Last day of probation.';
comment on column tenure.rank_note is 'Order as printed: 列…之后, or the rank of the post.';
