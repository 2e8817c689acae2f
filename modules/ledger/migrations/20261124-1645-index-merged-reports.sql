-- What a lead took into its report is looked up at each save and signature.
create index ledger_report_merged on ledger_report (merged_into) where merged_into is not null;
