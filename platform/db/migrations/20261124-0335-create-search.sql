-- What the full-text search knows: one row for each thing that can be found, written by the module that owns the thing.
create table search_entry (
  thing   text     not null,
  scope   text     not null,
  kind    text     not null,
  year    integer,
  title   text     not null,
  context text     not null default '',
  body    text     not null,
  url     text     not null,
  may     text     not null default 'anyone',
  tokens  tsvector not null,
  constraint search_entry_pkey primary key (thing)
);

create index search_entry_tokens on search_entry using gin (tokens);
create index search_entry_scope on search_entry (scope);

comment on column search_entry.thing is 'Kind and id: provision/018f…';
comment on column search_entry.scope is 'What it belongs to and is replaced with, and what a search can be narrowed to: document/018f…';
comment on column search_entry.context is 'Headings that it stands under; found, but worth less than its own words.';
comment on column search_entry.may is 'anyone, or the action that a reader must be allowed.';
comment on column search_entry.tokens is 'Made by platform/search, never by PostgreSQL: title with weight A, context C, body D.';

-- Names that a query keeps whole instead of cutting them into words: bodies, headings.
create table search_term (
  term text not null,
  constraint search_term_pkey primary key (term)
);
comment on column search_term.term is 'Folded as platform/search folds.';
