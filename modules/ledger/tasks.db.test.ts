import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '@guangyue/kernel/calendar'
import { createAccount } from '@guangyue/modules/identity'
import { type Ctx, newId } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { type Light, lightOfTask } from './model/light.ts'
import type { Step, TaskState } from './model/steps.ts'
import { todoList } from './overview/todo.ts'
import { breakDown } from './service/break-down.ts'
import { addByHand } from './service/by-hand.ts'
import { confirmMeasure, confirmMeasures } from './service/confirm.ts'
import { superviseDocument } from './service/documents.ts'
import { editTask } from './service/edit-task.ts'
import { mergeTasks, splitTask } from './service/split-and-merge.ts'
import { reachMilestone, takeStep } from './service/take-step.ts'
import { pageOfTasks, taskView } from './service/task-view.ts'
import { workbench } from './service/workbench.ts'
import { noFigures } from './store/task-list.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
let lead: Ctx
let support: Ctx
before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision', '市政府办公室')
  lead = await ledger.as('officer', '市公安局')
  support = await ledger.as('officer', '市民政局')
})
after(() => ledger.place.drop())

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected
const list = (ctx: Ctx, filter: object = {}) =>
  pageOfTasks(ctx, { as: 'any', state: 'all', sort: 'due', limit: 200, ...filter })

/** One confirmed task of a clause of its own. */
let clause = 0
async function task(given: { leads?: readonly string[]; supports?: readonly string[]; due?: string | null } = {}) {
  clause += 1
  await ledger.draft({
    path: `第${clause}条`,
    title: `第${clause}件`,
    leads: ['市公安局', '市司法局'],
    supports: ['市民政局'],
    due: '2021-09-30',
    ...given,
  })
  await confirmMeasures(office, {})
  const { items } = await list(office, { text: `第${clause}件` })
  const [found] = items
  if (!found) throw new Error('no task')
  return found.id
}

async function step(ctx: Ctx, id: string, name: Step, more: { words?: string; due?: string } = {}) {
  const { version } = await taskView(office, id)
  return takeStep(ctx, { id, version, step: name, words: more.words ?? '办妥', due: more.due ?? null })
}

test('steps: the first lead reports for all, the office verifies and closes; the history says who', async () => {
  const id = await task()
  const second = await ledger.as('head', '市司法局')
  await step(second, id, 'start')
  await assert.rejects(step(second, id, 'report'), code('ledger.not-the-lead'))
  await assert.rejects(step(support, id, 'report'), code('ledger.not-the-lead'))
  await assert.rejects(step(lead, id, 'report', { words: '' }), code('http.input-invalid'))
  assert.deepEqual((await taskView(lead, id)).may, ['report', 'ask-extension'])
  await step(lead, id, 'report')
  await step(office, id, 'return', { words: '缺少数据' })
  await step(lead, id, 'report')
  await step(office, id, 'verify')
  await step(office, id, 'close')
  const view = await taskView(office, id)
  assert.deepEqual(
    view.history.map(({ label, body }) => [label, body]),
    [
      ['确认并分办', '市政府办公室'],
      ['启动办理', '市司法局'],
      ['报告完成', '市公安局'],
      ['退回', '市政府办公室'],
      ['报告完成', '市公安局'],
      ['核验通过', '市政府办公室'],
      ['办结', '市政府办公室'],
    ],
  )
  assert.equal(view.light, 'done')
  assert.deepEqual(view.may, [])
  await assert.rejects(step(office, id, 'cancel'), code('ledger.step-not-possible'))
})

test('verify: never by the lead’s own unit, not even the office; another unit that supervises the document may', async () => {
  const id = await task({ leads: ['市政府办公室'] })
  const own = await ledger.as('head', '市政府办公室')
  await step(own, id, 'report')
  await assert.rejects(step(office, id, 'verify'), code('ledger.lead-cannot-verify'))
  await assert.rejects(step(support, id, 'verify'), code('access.action-not-allowed'))
  const { cite } = await taskView(office, id)
  const { rows } = await sql<{
    version: number
  }>`select version from ledger_document where id = ${cite.documentId}`.execute(office.db)
  await superviseDocument(office, {
    id: cite.documentId,
    version: rows[0]?.version ?? 0,
    bodyId: await ledger.bodyId('市司法局'),
    name: null,
  })
  assert.equal((await step(await ledger.as('head', '市司法局'), id, 'verify')).state, 'verified')
})

test('verify: what the office leads itself waits for a leader of the city, not for the office', async () => {
  const id = await task({ leads: ['市政府办公室', '市司法局'] })
  const leader = await ledger.as('leader', '市政府')
  const bodyId = await ledger.bodyId('市政府办公室')
  const person = { username: 'duban', name: '督办员', password: '荷塘 月色 2021', title: null, email: null }
  await createAccount(ledger.place.ctx(), { ...person, bodyId, roles: ['supervision'] })
  const waits = async (ctx: Ctx) =>
    (await todoList(ctx)).items.some(({ key, action }) => key === `task/${id}` && action === '核验')
  await step(await ledger.as('head', '市政府办公室'), id, 'report')
  assert.deepEqual([await waits(office), await waits(leader)], [false, true])
  assert.deepEqual((await taskView(leader, id)).may, ['return', 'verify'])
  await assert.rejects(step(leader, id, 'close'), code('access.action-not-allowed'))
  await step(leader, id, 'return', { words: '缺少数据' })
  await step(await ledger.as('head', '市政府办公室'), id, 'report')
  assert.equal((await step(leader, id, 'verify')).state, 'verified')
  assert.deepEqual([await waits(office), await waits(leader)], [false, false])
  await step(office, id, 'close')
})

test('two take the same step at once: one wins, the other is told', async () => {
  const id = await task()
  const { version } = await taskView(office, id)
  const both = await Promise.allSettled(
    [lead, lead].map((ctx) => takeStep(ctx, { id, version, step: 'start', words: '' })),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('extension: asked with a reason, granted by the office; the first date stays on record', async () => {
  const id = await task()
  await assert.rejects(step(lead, id, 'ask-extension', { due: '2021-09-01' }), code('http.input-invalid'))
  await assert.rejects(step(office, id, 'grant-extension'), code('ledger.step-not-possible'))
  await step(lead, id, 'ask-extension', { due: '11月底前', words: '设备未到' })
  assert.equal((await taskView(office, id)).extension?.due, '2021-11-30')
  await assert.rejects(step(lead, id, 'grant-extension'), code('access.action-not-allowed'))
  await step(office, id, 'grant-extension')
  const view = await taskView(office, id)
  assert.deepEqual(
    [view.due, view.originalDue, view.extended, view.extension],
    ['2021-11-30', '2021-09-30', true, null],
  )
})

test('suspended: the light pauses, and resuming goes back to where it was', async () => {
  const id = await task({ due: '2021-07-01' })
  assert.equal((await taskView(office, id)).light, 'red')
  await step(lead, id, 'start')
  await step(office, id, 'suspend')
  assert.equal((await taskView(office, id)).light, 'paused')
  assert.equal((await step(office, id, 'resume')).state, 'in-progress')
})

test('reach: a department sees the tasks in which it is a party, and nothing of others', async () => {
  const foreign = await task({ leads: ['市财政局'], supports: [] })
  await assert.rejects(taskView(lead, foreign), code('ledger.task-unknown'))
  await assert.rejects(step(lead, foreign, 'start'), code('ledger.task-unknown'))
  const mine = await list(support)
  assert.ok(mine.items.length > 0 && mine.items.length < (await list(office)).items.length)
  assert.equal(mine.figures.all, mine.items.length)
  assert.ok(!mine.items.some(({ id }) => id === foreign))
})

test('parts: a lead breaks its task down; sent twice they are made once, and the lead verifies its part', async () => {
  const id = await task()
  const part = {
    id: newId(),
    title: '东昌府区部分',
    leads: [{ name: '东昌府区人民政府' }],
    supports: [],
    dates: [{ phrase: '', due: '2021-09-30' }],
    targets: [],
  }
  const input = { id, version: 1, parts: [part] }
  await assert.rejects(breakDown(support, input), code('ledger.not-the-lead'))
  assert.deepEqual(await breakDown(lead, input), await breakDown(lead, input))
  const view = await taskView(lead, id)
  assert.deepEqual(
    view.children.map(({ title, parent }) => [title, parent]),
    [['东昌府区部分', id]],
  )
  const district = await ledger.as('officer', '东昌府区人民政府')
  await step(district, part.id, 'report')
  assert.equal((await step(lead, part.id, 'verify')).state, 'verified', 'the lead above verifies its part')
})

test('merge and split keep every date and leave a trace', async () => {
  const id = await task({ due: '2021-09-30' })
  const { version, measureId } = await taskView(office, id)
  const part = (title: string, due: string) => ({
    id: newId(),
    title,
    leads: [{ name: '市公安局' }],
    supports: [],
    dates: [{ phrase: '', due }],
    targets: [],
  })
  const into = [part('前一半', '2021-08-31'), part('后一半', '2021-10-31')]
  const { taskIds } = await splitTask(office, { id, version, reason: '分两步', into })
  assert.equal((await taskView(office, id)).state, 'split')
  const [first = '', second = ''] = taskIds
  await mergeTasks(office, { id: first, version: 1, others: [{ id: second, version: 1 }], reason: '又合起来' })
  const merged = await taskView(office, first)
  assert.deepEqual([merged.nextDue, merged.due, merged.measureId], ['2021-08-31', '2021-10-31', measureId])
  assert.equal((await taskView(office, second)).state, 'merged')
  const other = await task()
  await assert.rejects(
    mergeTasks(office, { id: first, version: 2, others: [{ id: other, version: 1 }], reason: '不合' }),
    code('ledger.tasks-do-not-fit'),
  )
})

test('milestones: reaching one moves the light to the next', async () => {
  const id = await task({ due: '2021-07-01' })
  const { version } = await taskView(office, id)
  const edit = { title: '两个节点', leads: [{ name: '市公安局' }], supports: [], targets: [], reason: '补一个节点' }
  const dates = [{ phrase: '限期', due: '2021-07-01' }, { phrase: '年底前' }]
  const edited = await editTask(office, { ...edit, id, version, dates })
  const view = await taskView(lead, id)
  assert.equal(view.light, 'red')
  await reachMilestone(lead, { id, version: edited.version, milestone: view.milestones[0]?.id ?? '', words: '已办' })
  const after = await taskView(lead, id)
  assert.deepEqual([after.light, after.nextDue], ['green', '2021-12-31'])
})

test('by hand: a 批示 whose text is not held becomes a draft, once, and is confirmed like any other', async () => {
  const id = newId()
  const basis = { kind: '批示', title: '关于某事的批示', signedOn: '2021年7月1日' }
  const input = {
    id,
    basis,
    title: '落实批示',
    tasks: [
      {
        id: newId(),
        title: '报告情况',
        leads: [{ name: '市公安局' }],
        supports: [],
        dates: [{ phrase: '7月底前' }],
        targets: [],
      },
    ],
  }
  const made = await addByHand(office, input)
  assert.deepEqual(await addByHand(office, input), made)
  await assert.rejects(
    addByHand(office, { ...input, id: newId(), basis: { ...basis, signedOn: '2021-02-30' } }),
    code('http.input-invalid'),
  )
  const { taskIds } = await confirmMeasure(office, { id, version: made.version })
  const view = await taskView(lead, taskIds[0] ?? '')
  assert.deepEqual([view.due, view.cite.document, view.cite.href], ['2021-07-31', '关于某事的批示', null])
  const { rows } = await sql`select 1 from gazette_document where title like '%批示%'`.execute(office.db)
  assert.equal(rows.length, 0, 'an instruction is not put into the public register of documents')
})

test('list: filters, and pages that hold each task once in the order asked', async () => {
  for (const sort of ['due', 'text', 'changed'] as const) {
    const all: string[] = []
    let after: string | undefined
    do {
      const page = await list(office, { sort, limit: 4, after })
      all.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    const whole = await list(office, { sort })
    assert.deepEqual(
      all,
      whole.items.map(({ id }) => id),
      sort,
    )
  }
  const police = await ledger.bodyId('市公安局')
  const led = await list(office, { bodyId: police, as: 'lead' })
  assert.ok(led.items.length > 0 && led.items.every(({ leads }) => leads.includes('市公安局')))
  const due = await list(office, { dueFrom: '2021-09-01', dueTo: '2021-09-30' })
  assert.ok(due.items.length > 0 && due.items.every(({ nextDue }) => nextDue === '2021-09-30'))
  assert.deepEqual((await list(office, { text: '100%_' })).items, [])
})

test('light: the list says what the model says, for every state and date', async () => {
  const id = await task()
  const states: TaskState[] = [
    'assigned',
    'in-progress',
    'reported',
    'returned',
    'verified',
    'closed',
    'suspended',
    'cancelled',
  ]
  for (const state of states) {
    for (const days of [null, -30, -1, 0, 1, 7, 8, 60]) {
      const due = days === null ? null : addDays(office.today, days)
      const reported = state === 'reported' ? addDays(office.today, -5) : null
      await sql`update ledger_task set state = ${state}, next_due = ${due}::date, reported_on = ${reported}::date where id = ${id}`.execute(
        office.db,
      )
      const [row] = (await list(office, { text: `第${clause}件` })).items
      const light: Light = lightOfTask({ state, nextDue: due, reportedOn: reported }, office.today)
      assert.equal(row?.light, light, `${state} ${days}`)
    }
  }
})

test('workbench: the city for the office, its own tasks for a department', async () => {
  const id = await task()
  await step(lead, id, 'report')
  const forOffice = await workbench(office)
  assert.equal(forOffice.scope, 'city')
  assert.deepEqual(forOffice.waiting, [])
  const forLead = await workbench(lead)
  assert.equal(forLead.scope, 'bodies')
  assert.ok(!forLead.waiting.some((row) => row.id === id))
  const started = await task()
  await step(lead, started, 'start')
  const mine = await workbench(lead)
  assert.ok(mine.waiting.some((row) => row.id === started))
  assert.ok(mine.overdue.every((row) => !row.leads.includes('市公安局')))
  const helping = await workbench(support)
  assert.equal(helping.leading, 0)
  assert.ok(helping.waiting.every((row) => row.id !== started))
  assert.ok(forLead.figures.all < forOffice.figures.all)
  for (const ctx of [office, lead, support]) await agrees(ctx)
})

/** Every figure of the workbench is that of the list behind it. */
async function agrees(ctx: Ctx): Promise<void> {
  const page = async (filter: object) => (await list(ctx, filter)).figures
  const work = await workbench(ctx)
  assert.deepEqual(work.figures, await page({}))
  const own = { bodyId: ctx.actor.bodyId ?? '', as: 'lead' } as const
  const city = work.scope === 'city'
  const led = city ? noFigures : await page(own)
  assert.equal(work.leading, city ? null : led.all)
  const open = await page({ state: 'open' })
  const openLed = city ? noFigures : await page({ ...own, state: 'open' })
  assert.deepEqual([work.overdueCount, work.nearCount], [open.red - openLed.red, open.yellow - openLed.yellow])
  const waiting = city ? 0 : (await page({ ...own, state: ['assigned', 'in-progress', 'returned'] })).all
  assert.deepEqual([work.waitingCount, work.waiting.length], [waiting, Math.min(waiting, 20)])
}
