-- What stands in a chapter is found by the bounds of its path.
create index ledger_measure_chapter on ledger_measure (document_id, (path_key collate "C")) include (id);
