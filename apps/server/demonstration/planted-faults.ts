const firstReport = `(select id from ledger_report where state = 'accepted' order by id limit 1)`
const closedTask = `(select id from ledger_task where state = 'closed' and parent_id is not null order by id limit 1)`

/** Faults to plant: one for each rule of the ledger, with what keeps it from being written taken away before. */
export const plants: readonly { readonly name: string; readonly rule: string; readonly plant: readonly string[] }[] = [
  {
    name: 'a task without owner',
    rule: '任务都有责任单位',
    plant: [
      `update ledger_task_party set role = 'support', ordinal = 99 where role = 'lead' and task_id =
        (select id from ledger_task where state = 'in-progress' and parent_id is not null order by id limit 1)`,
    ],
  },
  {
    name: 'a closed task that its lead verified',
    rule: '办结的任务都由牵头以外的单位核验过',
    plant: [
      `update ledger_task_event set body_id = (select body_id from ledger_task_party where role = 'lead'
        and task_id = ${closedTask}) where task_id = ${closedTask} and step = 'verify'`,
    ],
  },
  {
    name: 'a score of other points',
    rule: '公布的分值都能重算',
    plant: [
      `update ledger_score_line set points = points + 1 where id = (select min(id) from ledger_score_line
      where points is not null)`,
    ],
  },
  {
    name: 'a light of another day',
    rule: '灯色与逐日推算一致',
    plant: [
      `update ledger_task set next_due = next_due - 3000 where id =
        (select id from ledger_task where state = 'in-progress' and next_due > date '2021-12-20' limit 1)`,
    ],
  },
  {
    name: 'a term of another day',
    rule: '整改期限与逐日推算一致',
    plant: ['update ledger_finding set due = due + 1 where id = (select id from ledger_finding order by id limit 1)'],
  },
  {
    name: 'a report of a unit without duty',
    rule: '报告都由任务的责任单位报送',
    plant: [
      `update ledger_report set body_id = (select b.id from body b where not exists (select from ledger_task_party p
        where p.body_id = b.id) limit 1) where id = ${firstReport}`,
    ],
  },
  {
    name: 'a report signed by its drafter',
    rule: '报告都不由起草人签发',
    plant: [
      'alter table ledger_report drop constraint ledger_report_not_own_signature',
      `update ledger_report set signed_by = drafted_by where id = ${firstReport}`,
    ],
  },
  {
    name: 'a period left out',
    rule: '调度各期相接、不重叠',
    plant: [`update ledger_period set month = date '2021-05-01' where month = date '2021-06-01'`],
  },
  {
    name: 'an answer after the close',
    rule: '截止之后没有改动报告',
    plant: [
      `update ledger_report set answered_on = date '2021-12-31' where id = (select r.id from ledger_report r
        join ledger_period p on p.id = r.period_id where p.closed_on is not null and r.state = 'accepted' limit 1)`,
    ],
  },
]
