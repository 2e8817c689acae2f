-- Licences (电子证照). What was issued is never changed but for the columns state and version, which follow from the acts.
create table licence_number (
  type text    not null,
  year integer not null,
  last integer not null,
  constraint licence_number_pkey primary key (type, year)
);
comment on table licence_number is 'The last number given in a type and year; it waits for the transaction, so that none is left out.';

create table licence (
  id           uuid        not null,
  issue_key    text        not null,
  type         text        not null,
  name         text        not null,
  year         integer     not null,
  serial       integer     not null,
  number       text        not null,
  code         text        not null,
  body         text        not null,
  issuer       text        not null,
  account_id   uuid,
  holder       jsonb       not null,
  fields       jsonb       not null,
  basis        text        not null,
  item_version uuid        not null,
  valid_from   date        not null,
  valid_to     date,
  signed_text  text        not null,
  signatures   jsonb       not null,
  issued_at    timestamptz not null,
  state        text        not null,
  version      integer     not null,
  constraint licence_pkey primary key (id),
  constraint licence_issue_unique unique (issue_key),
  constraint licence_number_unique unique (number),
  constraint licence_serial_unique unique (type, year, serial),
  constraint licence_code_unique unique (code),
  constraint licence_account_fkey foreign key (account_id) references account (id),
  constraint licence_item_fkey foreign key (item_version) references service_item_version (id),
  constraint licence_days check (valid_to is null or valid_to >= valid_from),
  constraint licence_state check (state in ('valid', 'suspended', 'revoked', 'replaced'))
);
create index licence_account on licence (account_id, issued_at) where account_id is not null;
comment on column licence.issue_key is 'Made by who issues: the same issue twice is one licence.';
comment on column licence.type is 'Code of the item whose result it is.';
comment on column licence.code is 'In the address that anyone may ask; cannot be guessed.';
comment on column licence.body is 'Key of the body that issued it.';
comment on column licence.issuer is 'Name of the body on the day of issue.';
comment on column licence.account_id is 'Who holds it here; null where a window took the application in.';
comment on column licence.holder is 'kind, name and code (resident id or credit code).';
comment on column licence.fields is 'Pairs of name and value, in order.';
comment on column licence.basis is 'What it was issued on: the number of a case.';
comment on column licence.valid_to is 'Last day; null where none is stated.';
comment on column licence.signed_text is 'Canonical text over which both signatures were made.';
comment on column licence.signatures is 'Ed25519 and SM2, each with its public key.';
revoke update, delete, truncate on licence from :program;
grant update (state, version) on licence to :program;

create table licence_act (
  licence_id uuid        not null,
  number     integer     not null,
  type       text        not null,
  reason     text        not null,
  at         timestamptz not null,
  actor_id   uuid,
  actor_name text        not null,
  constraint licence_act_pkey primary key (licence_id, number),
  constraint licence_act_licence_fkey foreign key (licence_id) references licence (id),
  constraint licence_act_type check (type in ('issue', 'suspend', 'resume', 'revoke'))
);
revoke update, delete, truncate on licence_act from :program;
comment on table licence_act is 'What was done to a licence; two who act at once: the number decides who was first.';

create table licence_release (
  id           uuid        not null,
  licence_id   uuid        not null,
  fields       text[]      not null,
  until        timestamptz not null,
  released_at  timestamptz not null,
  withdrawn_at timestamptz,
  constraint licence_release_pkey primary key (id),
  constraint licence_release_licence_fkey foreign key (licence_id) references licence (id)
);
create index licence_release_licence on licence_release (licence_id, until);
comment on table licence_release is 'Fields that the holder shows to whoever scans the code, until when; withdrawn once.';

create table licence_showing (
  id         uuid        not null,
  licence_id uuid        not null,
  at         timestamptz not null,
  who        text        not null,
  fields     text[]      not null,
  constraint licence_showing_pkey primary key (id),
  constraint licence_showing_licence_fkey foreign key (licence_id) references licence (id)
);
create index licence_showing_licence on licence_showing (licence_id, at);
revoke update, delete, truncate on licence_showing from :program;
comment on table licence_showing is 'Every look at a licence by somebody else: who, when, and which fields they saw.';
