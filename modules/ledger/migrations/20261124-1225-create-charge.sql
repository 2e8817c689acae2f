-- Who stands above a unit (分管): a post answers for bodies, and people hold the post.
create table ledger_charge (
  body_id uuid not null,
  post    text not null,
  constraint ledger_charge_pkey primary key (body_id),
  constraint ledger_charge_body_fkey foreign key (body_id) references body (id),
  constraint ledger_charge_post_not_blank check (post <> '')
);
create index ledger_charge_post on ledger_charge (post);

create table ledger_post_holder (
  post       text not null,
  account_id uuid not null,
  constraint ledger_post_holder_pkey primary key (post, account_id),
  constraint ledger_post_holder_account_fkey foreign key (account_id) references account (id)
);
comment on table ledger_post_holder is 'Accounts that are told what goes up to the post, and that see its page.';

alter table ledger_indicator add column commander_post text;
comment on column ledger_indicator.commander_post is
  'The post named by the office; null: the post in charge of the body that leads most of its measures.';
