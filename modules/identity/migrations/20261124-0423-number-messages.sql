alter table inbox_message add column number bigint generated always as identity;
comment on column inbox_message.number is 'The order of writing; legal time may stand still.';
drop index inbox_message_account;
create index inbox_message_account on inbox_message (account_id, number desc);
