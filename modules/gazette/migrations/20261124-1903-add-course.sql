-- The figures of a thing over time, drawn on the page of its clause.
alter table gazette_hanging add column course jsonb;
comment on column gazette_hanging.course is 'Unit, newest points, targets with what is expected of them; null for what is not measured.';
