import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import { openPeriod, saveScheme } from '../dispatch/periods.ts'
import { periodView } from '../dispatch/views.ts'
import { answerReport, saveReport, signReport } from '../dispatch/write-report.ts'
import { problemsView } from '../problems/lists.ts'
import { takeProblemStep } from '../problems/service.ts'
import { columnsOfTasks, groupsOfTasks, monthOfTasks } from '../service/board-views.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { takeStep } from '../service/take-step.ts'
import { pageOfTasks, taskView } from '../service/task-view.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { exportTodo } from './export.ts'
import { overview } from './service.ts'
import { todoList } from './todo.ts'

let ledger: TestLedger
let office: Ctx
let officer: Ctx
let head: Ctx

const all = { as: 'any', state: 'all' } as const

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision', '市政府办公室')
  officer = await ledger.as('officer', '市公安局')
  head = await ledger.as('head', '市公安局')
  await ledger.draft(
    { path: '一', title: '逾期的', leads: ['市公安局'], due: '2021-06-30' },
    { path: '二', title: '联合办理', leads: ['市公安局'], supports: ['市民政局'], due: '2021-12-31' },
  )
})
after(() => ledger.place.drop())

/** What somebody has to do, as lines. */
async function lines(ctx: Ctx): Promise<readonly string[]> {
  return (await todoList(ctx)).items.map(({ action, title, due }) => `${action} ${title} ${due}`)
}

async function openMonth(): Promise<void> {
  const schemeId = office.newId()
  const days = { opensDay: 1, dueDay: 10, remindDays: 3, graceDays: 2, stepDays: 2 }
  const scheme = { id: schemeId, name: '月调度', documentId: null, ...days, supportsReport: true, paused: false }
  await saveScheme(office, { ...scheme, fromMonth: plainDate('2021-01-01'), toMonth: null, version: null })
  await openPeriod(office, { schemeId, month: plainDate('2021-07-01') })
}

async function report(ctx: Ctx, action: string, title: string) {
  const found = (await todoList(ctx)).items.find((item) => item.action === action && item.title === title)
  assert.ok(found, `${action} ${title}`)
  return found.key.split('/')[1] ?? ''
}

const text = { progress: '已办', percent: 60, figures: [], problems: '接口未开通', helpWanted: '', merges: [] }

test('a document of drafts is one line of the office until it is confirmed', async () => {
  assert.deepEqual(await lines(office), ['核对 试政发〔2021〕1号 null'])
  await confirmMeasures(office, {})
  assert.deepEqual(await lines(office), [])
  assert.deepEqual(await lines(officer), ['办理 逾期的 2021-06-30'])
})

test('a report goes from list to list as it is written, signed and accepted, the first day to end at the top', async () => {
  await openMonth()
  assert.deepEqual(await lines(officer), [
    '办理 逾期的 2021-06-30',
    '填报 逾期的 2021-07-10',
    '填报 联合办理 2021-07-10',
  ])
  const id = await report(officer, '填报', '逾期的')
  const saved = await saveReport(officer, { id, version: 1, ...text })
  assert.ok((await lines(head)).includes('签发 逾期的 2021-07-10'))
  assert.ok(!(await lines(head)).includes('续写 逾期的 2021-07-10'), 'what is to sign is not also to write')
  assert.deepEqual(await lines(office), [])
  const signed = await signReport(head, { id, version: saved.version })
  assert.ok(!(await lines(head)).some((line) => line.includes('签发')))
  assert.deepEqual(await lines(office), ['审核 逾期的 2021-07-10'])
  await answerReport(office, { id, version: signed.version, answer: 'return', words: '请写明数字' })
  assert.deepEqual(await lines(office), [])
  assert.ok((await lines(officer)).includes('修改 逾期的 2021-07-10'))
})

test('the report of a support waits for its lead to take it in', async () => {
  const support = await ledger.as('officer', '市民政局')
  const id = await report(support, '填报', '联合办理')
  const saved = await saveReport(support, { id, version: 1, ...text, problems: '' })
  await signReport(await ledger.as('head', '市民政局'), { id, version: saved.version })
  assert.ok((await lines(officer)).includes('并入 联合办理 2021-07-10'))
  const { items } = await todoList(officer)
  const merging = items.find(({ action }) => action === '并入')
  assert.equal(merging?.href, `/desk/ledger/reports/${await report(officer, '填报', '联合办理')}`)
})

test('a problem waits for its unit, and its solution for the office', async () => {
  const [problem] = (await problemsView(office, { state: 'all' })).items
  assert.ok(problem)
  assert.ok((await lines(officer)).includes('答复 接口未开通 null'))
  await takeProblemStep(officer, { id: problem.id, version: 1, step: 'report-solved', words: '已开通' })
  assert.ok(!(await lines(officer)).some((line) => line.includes('接口未开通')))
  assert.deepEqual(await lines(office), ['确认 接口未开通 null'])
})

test('an action is visible in every list at the next request', async () => {
  const { items } = await pageOfTasks(office, { ...all, sort: 'due', limit: 50, text: '逾期的' })
  const [late] = items
  assert.ok(late)
  const { version } = await taskView(officer, late.id)
  await takeStep(officer, { id: late.id, version, step: 'report', words: '办妥', due: null })
  const state = async () => (await columnsOfTasks(office, { ...all, columns: 'state' })).columns.map(({ key }) => key)
  assert.ok((await lines(office)).includes('核验 逾期的 2021-06-30'))
  assert.ok(!(await lines(officer)).some((line) => line.startsWith('办理 逾期的')))
  assert.ok((await state()).includes('reported'))
  const reported = await taskView(office, late.id)
  const verified = { id: late.id, version: reported.version, step: 'verify' as const, words: '属实', due: null }
  await takeStep(office, verified)
  const figures = (await pageOfTasks(office, { ...all, sort: 'due', limit: 50 })).figures
  assert.deepEqual([figures.done, figures.red], [1, 0])
  assert.deepEqual((await monthOfTasks(office, { ...all, month: '2021-06' })).figures, figures)
  assert.deepEqual((await overview(office)).figures, figures)
  const [group] = (await groupsOfTasks(office, { ...all, by: 'document' })).items
  assert.deepEqual(group?.figures, figures)
  assert.ok((await lines(office)).includes('办结 逾期的 2021-06-30'))
  const { units } = await periodView(office, (await openPeriodOf(office)) ?? '')
  assert.ok(units.length > 0)
})

async function openPeriodOf(ctx: Ctx): Promise<string | undefined> {
  const { rows } = await ctx.city.pool.query<{ id: string }>('select id from ledger_period where closed_on is null')
  return rows[0]?.id
}

test('counts by screen are those of the lines; who only looks has nothing to do', async () => {
  const { total, counts, items } = await todoList(officer)
  assert.equal(total, items.length)
  for (const { screen, count } of counts) {
    assert.equal(items.filter((item) => item.screen === screen).length, count)
  }
  assert.deepEqual(await lines(await ledger.as('leader')), [])
  assert.deepEqual(await lines(await ledger.as('auditor')), [])
  assert.match((await exportTodo(officer)).name, /等我办的/)
})
