-- A leader of the city: answers for bodies and commands indicators, and does no unit's work.
alter table account_role drop constraint account_role_known;
alter table account_role add constraint account_role_known check (role in
  ('citizen', 'officer', 'head', 'supervision', 'editor', 'rule-editor', 'auditor', 'administrator', 'leader'));
