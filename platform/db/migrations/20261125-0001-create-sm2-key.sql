-- The city's own SM2 keys, beside those of Ed25519. A new one is made by a new row; old ones stay, to verify what they signed.
create table sm2_key (
  number      integer     not null,
  public_key  text        not null,
  private_key text        not null,
  made_at     timestamptz not null,
  constraint sm2_key_pkey primary key (number),
  constraint sm2_key_public_unique unique (public_key)
);
comment on column sm2_key.public_key is 'Uncompressed point in hex.';
comment on column sm2_key.private_key is 'Number in hex. Read by platform/signing alone; never in a reply, an audit record or a log.';
revoke update, delete, truncate on sm2_key from :program;
