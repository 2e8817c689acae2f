set client_min_messages=log; set log_statement_stats=on;
\o /dev/null
prepare one(date) as
with x as materialized (
  select t.id, t.measure_id, m.document_id, m.position, t.next_due,
   case when t.state in ('verified', 'closed') then 'done'
    when t.state = 'suspended' then 'paused'
    when t.state in ('proposed', 'refused', 'cancelled', 'merged', 'split') or t.next_due is null then 'none'
    when t.next_due < (case t.state when 'reported' then coalesce(t.reported_on, $1::date) else $1::date end)
      then 'red'
    when t.next_due <= (case t.state when 'reported' then coalesce(t.reported_on, $1::date) else $1::date end)
      + 7::int then 'yellow'
    else 'green' end as light
  from ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id
  where t.state not in ('draft', 'proposed', 'refused')),
 g as (
  select 'document' as by, document_id::text as key, light, count(*) n, min(position) pos, min(next_due) as since from x group by document_id, light
  union all
  select 'month', left(next_due::text,7), light, count(*), min(position), min(next_due) from x group by 2, light
  union all
  select 'unit', p.key::text, light, count(*), min(position), min(next_due) from x join (select distinct body_id as key, task_id from ledger_task_party where role = 'lead' and body_id is not null) p on p.task_id = x.id group by p.key, light
  union all
  select 'county', p.key::text, light, count(*), min(position), min(next_due) from x join (select distinct p.body_id as key, p.task_id from body b join ledger_task_party p on p.body_id = b.id where b.kind in ('县级政府', '市属开发区')) p on p.task_id = x.id group by p.key, light
  union all
  select 'indicator', i.key, light, count(*), min(position), min(next_due) from x join (select distinct i.key, m.id from ledger_indicator i join ledger_document d on d.folded = i.folded, unnest(i.chapters) c, ledger_measure m where m.document_id = d.id and m.path_key collate "C" >= c || '/' and m.path_key collate "C" < c || '0') i on i.id = x.measure_id group by i.key, light
 ) select * from g;
prepare two(date) as
with x as materialized (
  select t.id, t.measure_id, m.document_id, m.position, t.next_due,
   case when t.state in ('verified', 'closed') then 'done'
    when t.state = 'suspended' then 'paused'
    when t.state in ('proposed', 'refused', 'cancelled', 'merged', 'split') or t.next_due is null then 'none'
    when t.next_due < (case t.state when 'reported' then coalesce(t.reported_on, $1::date) else $1::date end)
      then 'red'
    when t.next_due <= (case t.state when 'reported' then coalesce(t.reported_on, $1::date) else $1::date end)
      + 7::int then 'yellow'
    else 'green' end as light
  from ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id
  where t.state not in ('draft', 'proposed', 'refused')),
 g as (
  select 'document' as by, document_id::text as key, light, count(*) n, min(position) pos, min(next_due) as since from x group by document_id, light
  union all
  select 'month', left(next_due::text,7), light, count(*), min(position), min(next_due) from x group by 2, light
  union all
  select p.by, p.key, light, count(*), min(position), min(next_due) from x join (
   select 'unit' as by, body_id::text as key, task_id from (select distinct body_id, task_id from ledger_task_party where role = 'lead' and body_id is not null) l
   union all
  select 'county', body_id::text, task_id from (select distinct p.body_id, p.task_id from body b join ledger_task_party p on p.body_id = b.id where b.kind in ('县级政府', '市属开发区')) l
  union all
  select 'indicator', i.key, t.id from ledger_task t join (select distinct i.key, m.id from ledger_indicator i join ledger_document d on d.folded = i.folded, unnest(i.chapters) c, ledger_measure m where m.document_id = d.id and m.path_key collate "C" >= c || '/' and m.path_key collate "C" < c || '0') i on i.id = t.measure_id) p on p.task_id = x.id group by p.by, p.key, light
 ) select * from g;
execute one('2021-07-06');
execute one('2021-07-06');
execute one('2021-07-06');
execute one('2021-07-06');
execute one('2021-07-06');
\echo two
execute two('2021-07-06');
execute two('2021-07-06');
execute two('2021-07-06');
execute two('2021-07-06');
execute two('2021-07-06');
