-- The year that dates without one mean, said by whoever imports a text that prints none.
alter table gazette_import add column year integer;
comment on column gazette_import.year is 'Year that dates without a printed year mean, said by the importer; null where the text tells.';
create index gazette_import_file on gazette_import (file_digest);
