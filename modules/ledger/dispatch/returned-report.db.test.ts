import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import { confirmMeasures } from '../service/confirm.ts'
import { lockTasks, updateTask } from '../store/tasks.ts'
import { otherWaits, type TestLedger, testLedger } from '../test-ledger.ts'
import { openPeriod, saveScheme } from './periods.ts'
import { dutiesView, reportsOfTask, reportView } from './views.ts'
import { acceptReports, answerReport, saveReport, signReport } from './write-report.ts'

const text = { progress: '已完成一半', percent: 50, figures: [], problems: '', helpWanted: '', merges: [] }

let ledger: TestLedger
let office: Ctx
let officer: Ctx
let head: Ctx
let periodId: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  officer = await ledger.as('officer', '市公安局')
  head = await ledger.as('head', '市公安局')
  const documentId = await ledger.draft({ path: '一' }, { path: '二' })
  await confirmMeasures(office, { documentId })
  const days = { opensDay: 1, dueDay: 31, remindDays: 3, graceDays: 2, stepDays: 2 }
  const months = { fromMonth: plainDate('2021-01-01'), toMonth: null }
  const rest = { name: '月调度', documentId: null, supportsReport: false, paused: false, version: null }
  const schemeId = office.newId()
  await saveScheme(office, { id: schemeId, ...days, ...months, ...rest })
  periodId = (await openPeriod(office, { schemeId, month: plainDate(office.today) })).id
})
after(() => ledger.place.drop())

async function signed(): Promise<{ id: string; version: number }> {
  const asked = { period: periodId, as: 'all', states: undefined, page: 1, limit: 10 } as const
  const duty = (await dutiesView(office, asked)).items[0]
  assert.ok(duty)
  const { version } = await saveReport(officer, { id: duty.id, version: duty.version, ...text })
  return { id: duty.id, version: (await signReport(head, { id: duty.id, version })).version }
}

test('a report that came back and is written anew is signed by nobody, also when the head writes it', async () => {
  const report = await signed()
  const returned = await answerReport(office, { ...report, answer: 'return', words: '请补充' })
  await saveReport(head, { id: report.id, version: returned.version, ...text, progress: '重写' })
  const { state, signedOn, signedName, draftedName } = await reportView(office, report.id)
  assert.deepEqual(
    { state, signedOn, signedName, draftedName },
    { state: 'draft', signedOn: null, signedName: null, draftedName: head.actor.name },
  )
})

test('a draft is read by its own unit only; the office reads what is signed', async () => {
  const asked = { period: periodId, as: 'all', states: undefined, page: 1, limit: 10 } as const
  const duty = (await dutiesView(office, asked)).items[0]
  assert.ok(duty)
  assert.equal(duty.percent, null)
  const read = async (ctx: Ctx) => (await reportView(ctx, duty.id)).progress
  assert.deepEqual([await read(officer), await read(office)], ['重写', ''])
  assert.deepEqual((await reportsOfTask(office, duty.taskId)).items, [])
  await signReport(await ledger.as('head', '市公安局'), { id: duty.id, version: duty.version })
  assert.equal(await read(office), '重写')
})

test('a task that is started meanwhile is not started again by the first signature', async () => {
  const asked = { period: periodId, as: 'all', states: undefined, page: 1, limit: 10 } as const
  const duty = (await dutiesView(office, asked)).items.find(({ state }) => state === 'due')
  assert.ok(duty)
  const { version } = await saveReport(officer, { id: duty.id, version: duty.version, ...text })
  let signing: Promise<unknown> = Promise.resolve()
  await office.city.db.transaction().execute(async (tx) => {
    const [task] = await lockTasks(tx, [duty.taskId])
    assert.ok(task)
    signing = signReport(head, { id: duty.id, version })
    await otherWaits(ledger)
    await updateTask(tx, { id: task.id, version: task.version, changedAt: office.now, state: 'in-progress' })
  })
  await signing
  const { rows } = await office.city.pool.query(
    `select step from ledger_task_event where task_id = $1 and step = 'start'`,
    [duty.taskId],
  )
  assert.deepEqual(rows, [])
})

test('accepting many leaves what may not be accepted, whatever the reason, and goes on', async () => {
  const report = (await dutiesView(office, { period: periodId, as: 'office', states: undefined, page: 1, limit: 1 }))
    .items[0]
  assert.ok(report)
  const unknown = { id: office.newId(), version: 1 }
  assert.deepEqual(await acceptReports(office, [unknown, report]), { accepted: 1, left: 1 })
})
