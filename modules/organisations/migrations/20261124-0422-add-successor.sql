-- Who carries on for a body, from which day. The successor need not be on record yet; then only its name is known.
create table body_successor (
  id             uuid not null,
  body_id        uuid not null,
  successor_id   uuid,
  name           text not null,
  effective_from date,
  basis          text,
  constraint body_successor_pkey primary key (id),
  constraint body_successor_body_fkey foreign key (body_id) references body (id),
  constraint body_successor_successor_fkey foreign key (successor_id) references body (id),
  constraint body_successor_unique unique (body_id, name),
  constraint body_successor_not_itself check (successor_id <> body_id)
);
create index body_successor_successor on body_successor (successor_id);
