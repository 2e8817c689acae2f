alter table tenure add column end_note text;
alter table tenure add column begin_place integer not null default 0;
alter table tenure add column end_place integer not null default 0;
comment on column tenure.end_note is 'What the document says of the end besides its kind: that a resignation was accepted.';
comment on column tenure.begin_place is 'Place among the acts that its document prints, from 0.';
comment on column tenure.end_place is 'Place of the ending act among those that its document prints, from 0.';
