-- A city that is being filled from a backup is not opened by anybody; one whose filling was killed is filled anew.
alter table city add column filling boolean not null default false;

comment on column city.filling is 'Whether its schema is still being filled from a backup; until then nobody opens it.';
