alter table account add column invented boolean not null default false;
comment on column account.invented is 'An actor of the demonstration, whose password stands on the sign-in page until it is changed.';
