-- The cities that this installation serves. Lives in the owner's schema, which no city's role can read.
create table city (
  key           text        not null,
  name          text        not null,
  host          text        not null,
  schema_name   text        not null,
  role_name     text        not null,
  role_secret   text        not null,
  position      integer     not null,
  demonstration boolean     not null,
  facts         jsonb       not null,
  loaded        boolean     not null default false,
  created_at    timestamptz not null default now(),
  constraint city_pkey primary key (key),
  constraint city_host_unique unique (host),
  constraint city_key_shape check (key ~ '^[a-z][a-z0-9-]{1,30}$')
);

comment on column city.facts is 'Facts from the pack that every page needs: name of the government, time zone, contact.';
comment on column city.role_secret is 'Password of the role; only the owner of this database reads it.';
comment on column city.loaded is 'Whether its pack has been loaded whole; a start that was killed in the middle loads it again.';
