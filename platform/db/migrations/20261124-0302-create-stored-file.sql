-- Files that came in: their bytes are in the file store under their digest.
create table stored_file (
  id        uuid        not null,
  digest    text        not null,
  name      text        not null,
  kind      text        not null,
  bytes     bigint      not null,
  kept_at   timestamptz not null,
  kept_by   uuid,
  constraint stored_file_pkey primary key (id),
  constraint stored_file_digest_shape check (digest ~ '^[0-9a-f]{64}$')
);
create index stored_file_digest on stored_file (digest);

comment on column stored_file.name is 'As the person named it; only for showing.';
comment on column stored_file.kind is 'Told by the bytes.';
revoke update, delete, truncate on stored_file from :program;
