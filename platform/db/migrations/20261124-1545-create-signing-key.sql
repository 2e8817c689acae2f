-- The city's own Ed25519 keys. A new one is made by a new row; old ones stay, to verify what they signed.
create table signing_key (
  number      integer     not null,
  public_key  text        not null,
  private_key text        not null,
  made_at     timestamptz not null,
  constraint signing_key_pkey primary key (number),
  constraint signing_key_public_unique unique (public_key)
);
comment on column signing_key.public_key is 'SPKI, DER in base64.';
comment on column signing_key.private_key is 'PKCS 8, DER in base64. Read by platform/signing alone; never in a reply, an audit record or a log.';
revoke update, delete, truncate on signing_key from :program;
