alter table body_alias add column said_by_name text;
comment on column body_alias.said_by_name is 'Name of the account at the time; null for what a pack or a table says.';
