alter table body_alias add column settles boolean not null default false;
comment on column body_alias.settles is 'A person has answered that the name means this body, whatever else it fits; one for a name.';
create unique index body_alias_settles_unique on body_alias (folded) where settles;
