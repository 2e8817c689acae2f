import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { createAccount } from '@guangyue/modules/identity'
import type { Actor, Role } from '@guangyue/platform/access'
import { type Ctx, type DomainEvent, newId } from '@guangyue/platform/db'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { openPeriod, saveScheme } from './dispatch/periods.ts'
import { dutiesView } from './dispatch/views.ts'
import { breakDown } from './service/break-down.ts'
import { confirmMeasures } from './service/confirm.ts'
import { editTask } from './service/edit-task.ts'
import { answerRequests, exportRequests, requestsView } from './service/requests.ts'
import { takeStep } from './service/take-step.ts'
import { pageOfTasks, taskView } from './service/task-view.ts'
import { workbench } from './service/workbench.ts'
import { onPartsProposed, onTaskStepped } from './tell-concerned.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
let other: Ctx
let lead: Ctx
let county: Ctx
before(async () => {
  ledger = await testLedger()
  office = await person('duban', 'supervision', null)
  other = await person('duban2', 'supervision', null)
  lead = await person('gongan', 'officer', '市公安局')
  county = await person('dongchangfu', 'officer', '东昌府区人民政府')
})
after(() => ledger.place.drop())

/** Someone with an account, so that messages reach them. */
async function person(username: string, role: Role, body: string | null): Promise<Ctx> {
  const bodyId = body === null ? null : await ledger.bodyId(body)
  const form = { username, name: username, password: '一二三四五六七八九十', title: null, email: null }
  const accountId = await createAccount(ledger.place.ctx(), { ...form, roles: [role], bodyId })
  const bodies = bodyId === null ? [] : [bodyId]
  const actor: Actor = { kind: 'account', accountId, name: username, bodyId, bodies, roles: [role] }
  return ledger.place.ctx(actor)
}

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected

let clause = 0
async function task(more: { leads?: readonly string[] } = {}) {
  clause += 1
  await ledger.draft({
    path: `第${clause}条`,
    title: `第${clause}件`,
    due: '2021-09-30',
    targets: [{ phrase: '', metric: '办结率', op: '>=', value: 95, unit: '%' }],
    ...more,
  })
  await confirmMeasures(office, {})
  const { items } = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'due', limit: 9, text: `第${clause}件` })
  return items[0]?.id ?? ''
}

function part(more: { due?: string; value?: number; lateReason?: string; unit?: string } = {}) {
  const { due = '2021-09-30', value = 95, lateReason, unit = '东昌府区人民政府' } = more
  return {
    id: newId(),
    title: `${unit}部分`,
    leads: [{ name: unit }],
    supports: [],
    dates: [{ phrase: '', due }],
    targets: [{ phrase: '', metric: '办结率', op: '>=' as const, value, unit: '%' }],
    lateReason: lateReason ?? null,
  }
}

/** A period of all tasks is opened now. */
async function period(): Promise<string> {
  const days = { opensDay: 1, dueDay: 31, remindDays: 3, graceDays: 2, stepDays: 2 }
  const months = { fromMonth: plainDate('2021-01-01'), toMonth: null }
  const rest = { documentId: null, supportsReport: true, paused: false, version: null }
  const { id } = await saveScheme(office, { id: newId(), name: '月调度', ...days, ...months, ...rest })
  return (await openPeriod(office, { schemeId: id, month: plainDate(office.today) })).id
}

async function lastEvent(name: string) {
  const { rows } = await sql<DomainEvent & { id: string }>`
    select id, name, payload from outbox_event where name = ${name} order by written_at desc limit 1`.execute(office.db)
  return rows[0] ?? assert.fail(`no ${name}`)
}

async function told(username: string) {
  const { rows } = await sql<{ title: string; body: string }>`select m.title, m.body from inbox_message m
    join account a on a.id = m.account_id where a.username = ${username} order by m.number desc`.execute(office.db)
  return rows[0]
}

test('a part as strict as its task is given at once; one later or looser needs a reason and then waits for the office', async () => {
  const id = await task()
  const kept = part()
  const later = part({ due: '2021-12-31', unit: '临清市人民政府' })
  const input = { id, version: 1, parts: [kept, later] }
  await assert.rejects(breakDown(lead, input), code('http.input-invalid'))
  const reasoned = { ...input, parts: [kept, { ...later, lateReason: '汛期不能施工' }] }
  assert.equal((await breakDown(lead, reasoned)).waiting, 1)
  const states = Object.fromEntries((await taskView(lead, id)).children.map((child) => [child.id, child.state]))
  assert.deepEqual(states, { [kept.id]: 'assigned', [later.id]: 'proposed' })
  const view = await taskView(lead, later.id)
  assert.match(view.history[0]?.words ?? '', /时限 2021-12-31 晚于上级任务的 2021-09-30。原因：汛期不能施工/)
  assert.deepEqual(view.may, [])
  assert.match((await taskView(lead, id)).history.at(-1)?.words ?? '', /2 项：.*其中 1 项待批准/)
})

test('a weaker figure waits too; its unit knows nothing of it, owes no report, and no list of work has it', async () => {
  const id = await task()
  const looser = part({ value: 80, lateReason: '基础差' })
  await breakDown(lead, { id, version: 1, parts: [looser] })
  await assert.rejects(taskView(county, looser.id), code('ledger.task-unknown'))
  const all = { as: 'any', state: 'all', sort: 'due', limit: 200 } as const
  for (const ctx of [county, lead, office]) {
    const { items, figures } = await pageOfTasks(ctx, all)
    assert.ok(!items.some((item) => item.id === looser.id))
    assert.equal(figures.all, items.length)
  }
  const asked = await pageOfTasks(lead, { ...all, state: 'proposed' })
  assert.ok(asked.items.some((item) => item.id === looser.id))
  assert.ok(!(await pageOfTasks(county, { ...all, state: 'proposed' })).items.some((item) => item.id === looser.id))
  const duties = await dutiesView(office, { as: 'all', states: undefined, page: 1, limit: 200, period: await period() })
  assert.ok(duties.items.some((duty) => duty.taskId === id) && !duties.items.some((duty) => duty.taskId === looser.id))
})

test('the office approves with words: the part is given, its unit and the asker are told; nobody answers twice', async () => {
  const id = await task()
  const later = part({ due: '2021-10-31', lateReason: '设备未到' })
  await breakDown(lead, { id, version: 1, parts: [later] })
  await onPartsProposed(office, await lastEvent('ledger.parts-proposed'))
  assert.match((await told('duban'))?.title ?? '', /^分解待批准：第/)
  const found = (await requestsView(office, { state: 'waiting' })).items.find(({ taskId }) => taskId === later.id)
  assert.equal(found?.mayAnswer, true)
  const answer = { items: [{ taskId: later.id, version: 1 }], granted: true, words: '同意延后一个月' }
  await assert.rejects(answerRequests(lead, answer), code('access.action-not-allowed'))
  const five = await Promise.allSettled([1, 2, 3, 4, 5].map(() => answerRequests(other, answer)))
  assert.equal(five.filter(({ status }) => status === 'fulfilled').length, 1)
  await onTaskStepped(office, await lastEvent('ledger.task-stepped'))
  assert.deepEqual(await told('gongan'), { title: `同意分解：${later.title}`, body: 'duban2答复：同意延后一个月' })
  const { payload } = await lastEvent('ledger.tasks-assigned')
  assert.deepEqual(payload.taskIds, [later.id])
  const view = await taskView(county, later.id)
  assert.deepEqual([view.state, view.laterThan], ['assigned', null])
  assert.deepEqual(
    view.history.map(({ label, words }) => [label, words?.slice(0, 4)]),
    [
      ['分解待批准', '时限 2'],
      ['同意分解', '同意延后'],
    ],
  )
  const answered = (await requestsView(lead, { state: 'answered' })).items.find(({ taskId }) => taskId === later.id)
  assert.deepEqual([answered?.answer?.granted, answered?.answer?.words], [true, '同意延后一个月'])
})

test('refused: the words go to the asker, the part stays on record and is given to nobody', async () => {
  const id = await task()
  const later = part({ due: '2021-12-31', lateReason: '人手不足' })
  await breakDown(lead, { id, version: 1, parts: [later] })
  const answer = { items: [{ taskId: later.id, version: 1 }], granted: false }
  await assert.rejects(answerRequests(office, { ...answer, words: '' }), code('http.input-invalid'))
  await answerRequests(office, { ...answer, words: '时限是刚性要求' })
  await onTaskStepped(office, await lastEvent('ledger.task-stepped'))
  assert.match((await told('gongan'))?.body ?? '', /时限是刚性要求/)
  assert.equal((await taskView(lead, later.id)).state, 'refused')
  await assert.rejects(taskView(county, later.id), code('ledger.task-unknown'))
  await assert.rejects(
    answerRequests(other, { ...answer, granted: true, words: '同意' }),
    code('ledger.step-not-possible'),
  )
})

test('whoever asks does not approve, nor does anyone of the unit that breaks its task down', async () => {
  const id = await task({ leads: ['市政府办公室'] })
  const asking = await person('bangongshi', 'supervision', '市政府办公室')
  const colleague = await person('bangongshi2', 'supervision', '市政府办公室')
  const later = part({ due: '2021-12-31', lateReason: '等批复' })
  await breakDown(asking, { id, version: 1, parts: [later] })
  const answer = { items: [{ taskId: later.id, version: 1 }], granted: true, words: '同意' }
  await assert.rejects(answerRequests(asking, answer), code('ledger.own-request'))
  await assert.rejects(answerRequests(colleague, answer), code('ledger.own-request'))
  const listed = (await requestsView(colleague, { state: 'waiting' })).items.find(({ taskId }) => taskId === later.id)
  assert.equal(listed?.mayAnswer, false)
  assert.deepEqual(await answerRequests(office, answer), { answered: 1 })
})

test('an extension of what the office leads itself is answered by another of the office, never by who asked', async () => {
  const id = await task({ leads: ['市政府办公室'] })
  const officer = await person('zhuban', 'officer', '市政府办公室')
  const asking = ledger.place.ctx({ ...officer.actor, roles: ['officer', 'supervision'] })
  const colleague = await person('duban3', 'supervision', '市政府办公室')
  const asked = { id, version: 1, step: 'ask-extension', words: '等上级批复', due: '2021-10-31' } as const
  const { version } = await takeStep(asking, asked)
  const grant = { id, version, step: 'grant-extension', words: '同意' } as const
  await assert.rejects(takeStep(asking, grant), code('ledger.own-request'))
  assert.deepEqual(await takeStep(colleague, grant), { version: version + 1, state: 'assigned' })
})

test('stale: a task that changed meanwhile refuses the parts, and a part that waits must be seen again', async () => {
  const id = await task()
  const later = part({ due: '2021-12-31', lateReason: '等设备' })
  await breakDown(lead, { id, version: 1, parts: [later] })
  const { version } = await earlier(id, '2021-08-31')
  await assert.rejects(breakDown(lead, { id, version: 1, parts: [part()] }), code('db.stale-version'))
  const answer = { granted: true, words: '同意' }
  const stale = answerRequests(office, { ...answer, items: [{ taskId: later.id, version: 1 }] })
  await assert.rejects(stale, code('db.stale-version'))
  await answerRequests(office, { ...answer, items: [{ taskId: later.id, version: 2 }] })
  assert.equal((await taskView(office, id)).version, version)
})

/** The office moves the task's date. */
async function earlier(id: string, due: string) {
  const { version, title } = await taskView(office, id)
  const edit = { title, leads: [{ name: '市公安局' }], supports: [], targets: [], reason: '提前' }
  return editTask(office, { ...edit, id, version, dates: [{ phrase: '', due }] })
}

test('five same submissions at once make the parts once', async () => {
  const id = await task()
  const input = {
    id,
    version: 1,
    parts: [part(), part({ due: '2021-12-31', lateReason: '等设备', unit: '临清市人民政府' })],
  }
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => breakDown(lead, input)))
  assert.equal(new Set(five.map((reply) => JSON.stringify(reply))).size, 1)
  const view = await taskView(lead, id)
  assert.equal(view.children.length, 2)
  assert.equal(view.history.filter(({ step }) => step === 'broke-down').length, 1)
})

test('parts of another task, or ids half known, are refused', async () => {
  const id = await task()
  const known = part()
  await breakDown(lead, { id, version: 1, parts: [known] })
  await assert.rejects(breakDown(lead, { id, version: 1, parts: [known, part()] }), code('ledger.tasks-do-not-fit'))
  const foreign = await task()
  await assert.rejects(breakDown(lead, { id: foreign, version: 1, parts: [known] }), code('ledger.tasks-do-not-fit'))
})

test('the task’s date moves forward: its parts are a fault to the office until it corrects them or agrees', async () => {
  const id = await task()
  const kept = part()
  await breakDown(lead, { id, version: 1, parts: [kept] })
  const before = (await workbench(office)).latePartCount
  await earlier(id, '2021-08-31')
  assert.equal((await workbench(office)).latePartCount, before + 1)
  assert.ok((await requestsView(office, { state: 'waiting' })).lateParts.some((one) => one.id === kept.id))
  assert.deepEqual((await requestsView(lead, { state: 'waiting' })).lateParts, [])
  assert.deepEqual((await taskView(lead, id)).lateParts, [{ id: kept.id, title: kept.title, due: '2021-09-30' }])
  assert.equal((await taskView(county, kept.id)).laterThan, '2021-08-31')
  const { id: _, lateReason: __, ...same } = kept
  await editTask(office, { ...same, id: kept.id, version: 1, reason: '区里仍按九月底' })
  assert.equal((await taskView(county, kept.id)).laterThan, null)
  await earlier(id, '2021-07-31')
  assert.equal((await taskView(county, kept.id)).laterThan, '2021-07-31', 'agreed against another date')
})

test('an extension is a request of the same list; granted on a part it may end after its task', async () => {
  const id = await task()
  const kept = part()
  await breakDown(lead, { id, version: 1, parts: [kept] })
  await takeStep(county, { id: kept.id, version: 1, step: 'ask-extension', words: '等省里批复', due: '2021-11-30' })
  const asked = (await requestsView(county, { state: 'waiting' })).items
  assert.deepEqual(
    asked.map(({ kind, taskId, askedBy, mayAnswer }) => [kind, taskId, askedBy, mayAnswer]),
    [['extension', kept.id, 'dongchangfu', false]],
  )
  await answerRequests(office, { items: [{ taskId: kept.id, version: 2 }], granted: true, words: '同意' })
  const view = await taskView(county, kept.id)
  assert.deepEqual([view.due, view.originalDue, view.laterThan], ['2021-11-30', '2021-09-30', null])
  await onTaskStepped(office, await lastEvent('ledger.task-stepped'))
  assert.equal((await told('dongchangfu'))?.title, `同意延期：${kept.title}`)
})

test('several answers are given all or none, and the lists come out as spreadsheets', async () => {
  const id = await task()
  const two = ['东昌府区人民政府', '临清市人民政府'].map((unit) =>
    part({ due: '2021-12-31', lateReason: '=1+1', unit }),
  )
  await breakDown(lead, { id, version: 1, parts: two })
  const items = two.map((one) => ({ taskId: one.id, version: 1 }))
  const wrong = [...items.slice(0, 1), { taskId: two[1]?.id ?? '', version: 9 }]
  await assert.rejects(answerRequests(office, { items: wrong, granted: true, words: '同意' }), code('db.stale-version'))
  assert.equal((await taskView(office, two[0]?.id ?? '')).state, 'proposed')
  const { body } = await exportRequests(lead, { state: 'waiting' })
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(body as unknown as ArrayBuffer)
  const text = JSON.stringify(workbook.worksheets[0]?.getSheetValues())
  assert.match(text, /东昌府区人民政府部分/)
  assert.deepEqual(await answerRequests(office, { items, granted: true, words: '同意' }), { answered: 2 })
})
