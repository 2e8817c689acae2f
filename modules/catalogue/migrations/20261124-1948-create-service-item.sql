-- Versions of service items (事项). A row is never changed: what is corrected or new is another version.
create table service_item_version (
  id             uuid        not null,
  code           text        not null,
  number         integer     not null,
  effective_from date,
  effective_to   date,
  content        jsonb       not null,
  digest         text        not null,
  published_by   text        not null,
  published_at   timestamptz not null,
  constraint service_item_version_pkey primary key (id),
  constraint service_item_version_number_unique unique (code, number),
  constraint service_item_version_days check (effective_to is null or effective_from is null or effective_to > effective_from)
);
comment on column service_item_version.number is 'Counts the versions of one item in the order in which they were loaded.';
comment on column service_item_version.effective_from is 'First day in force; null where it is not known. The version with the latest first day counts, the newest of one day.';
comment on column service_item_version.effective_to is 'First day no longer in force.';
comment on column service_item_version.content is 'The item as the pack states it.';

-- Goals that documents set for the figures of the catalogue.
create table service_target (
  figure  text          not null,
  percent numeric(5, 2) not null,
  by_day  date,
  basis   jsonb         not null,
  constraint service_target_pkey primary key (figure)
);
comment on column service_target.figure is 'online, whole-online or one-window.';
comment on column service_target.percent is 'At least so much.';
