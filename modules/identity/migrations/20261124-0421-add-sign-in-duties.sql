alter table account add column must_change_password boolean not null default false;
comment on column account.must_change_password is 'The password was given by somebody else; until it is changed the account has no rights.';

-- What the city asks of those who sign in.
create table sign_in_rule (
  id         integer not null default 1,
  code_roles text[]  not null default '{}',
  version    integer not null default 1,
  constraint sign_in_rule_pkey primary key (id),
  constraint sign_in_rule_one_row check (id = 1)
);
insert into sign_in_rule default values;
comment on column sign_in_rule.code_roles is 'Roles that have no rights until their account has a verifier (TOTP).';

-- Reading by who acted and by day.
create index audit_record_actor on audit_record (actor_id, id);
create index audit_record_action on audit_record (action, id);
