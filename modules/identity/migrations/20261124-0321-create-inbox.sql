-- What each account is told. Also goes out by the channels that the account has opened.
create table inbox_message (
  id         uuid        not null,
  account_id uuid        not null,
  template   text        not null,
  title      text        not null,
  body       text        not null,
  href       text,
  once_key   text,
  written_at timestamptz not null,
  read_at    timestamptz,
  constraint inbox_message_pkey primary key (id),
  constraint inbox_message_account_fkey foreign key (account_id) references account (id),
  constraint inbox_message_once unique (account_id, once_key)
);
create index inbox_message_account on inbox_message (account_id, written_at desc);
create index inbox_message_unread on inbox_message (account_id) where read_at is null;
comment on column inbox_message.once_key is 'The same thing is told once: event id, or thing and day.';

-- Where an account wants to be told besides its inbox.
create table inbox_channel (
  id         uuid    not null,
  account_id uuid    not null,
  kind       text    not null,
  target     text    not null,
  secret     text    not null,
  constraint inbox_channel_pkey primary key (id),
  constraint inbox_channel_account_fkey foreign key (account_id) references account (id),
  constraint inbox_channel_once unique (account_id, kind, target),
  constraint inbox_channel_kind check (kind in ('mail', 'webhook'))
);
comment on column inbox_channel.secret is 'Signs what a webhook gets.';

-- Each attempt to deliver a message by a channel.
create table inbox_delivery (
  id         uuid        not null,
  message_id uuid        not null,
  channel_id uuid,
  kind       text        not null,
  state      text        not null,
  fault      text,
  tried_at   timestamptz not null default clock_timestamp(),
  constraint inbox_delivery_pkey primary key (id),
  constraint inbox_delivery_message_fkey foreign key (message_id) references inbox_message (id),
  constraint inbox_delivery_channel_fkey foreign key (channel_id) references inbox_channel (id) on delete set null,
  constraint inbox_delivery_state check (state in ('sent', 'failed'))
);
create index inbox_delivery_message on inbox_delivery (message_id);

-- Texts of messages as the city words them; a template without a row is worded as the program ships it.
create table inbox_template (
  key     text    not null,
  title   text    not null,
  body    text    not null,
  version integer not null default 1,
  constraint inbox_template_pkey primary key (key)
);
