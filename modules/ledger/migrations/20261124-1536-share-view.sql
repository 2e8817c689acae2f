-- Views of the board that the office shares with everyone who reads the ledger.
alter table ledger_view add column shared boolean not null default false;
create index ledger_view_shared on ledger_view (shared) where shared;
comment on column ledger_view.query is 'Filter, grouping and kind of view, as they stand in the address of the board.';
