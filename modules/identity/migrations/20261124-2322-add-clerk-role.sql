-- A window clerk: takes applications in for people who come, and does no review.
alter table account_role drop constraint account_role_known;
alter table account_role add constraint account_role_known check (role in
  ('citizen', 'clerk', 'officer', 'head', 'supervision', 'editor', 'rule-editor', 'auditor', 'administrator', 'leader'));
