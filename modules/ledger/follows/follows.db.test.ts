import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createAccount } from '@guangyue/modules/identity'
import type { Actor, Role } from '@guangyue/platform/access'
import { type Ctx, type DomainEvent, newId } from '@guangyue/platform/db'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { ledgerModule } from '../index.ts'
import type { Release } from '../model/ledger.ts'
import type { Step } from '../model/steps.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { documentView, releaseDocument } from '../service/documents.ts'
import { editTask } from '../service/edit-task.ts'
import { splitTask } from '../service/split-and-merge.ts'
import { takeStep } from '../service/take-step.ts'
import { pageOfTasks, taskView } from '../service/task-view.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { exportFollows } from './export.ts'
import { clauseFeed, taskFeed } from './feed.ts'
import { follow, followFromPage, followsView, unfollow } from './service.ts'

let ledger: TestLedger
let office: Ctx
let lead: Ctx
let stranger: Ctx
let citizen: Ctx
let visitor: Ctx
let documentId: string
let id: string
let measureId: string

before(async () => {
  ledger = await testLedger()
  office = await person('duban', 'supervision', null)
  lead = await person('gongan', 'officer', '市公安局')
  stranger = await person('caizheng', 'officer', '市财政局')
  citizen = await person('shimin', 'citizen', null)
  visitor = await ledger.as('citizen')
  documentId = await ledger.draft({ path: '一', title: '推进<登记>', due: '2021-09-30' })
  await confirmMeasures(office, {})
  const { items } = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'due', limit: 1 })
  id = items[0]?.id ?? ''
  measureId = (await taskView(office, id)).measureId
  await run()
  await told('gongan')
})
after(() => ledger.place.drop())

async function person(username: string, role: Role, body: string | null): Promise<Ctx> {
  const bodyId = body === null ? null : await ledger.bodyId(body)
  const form = { username, name: username, password: '一二三四五六七八九十', title: null, email: null }
  const accountId = await createAccount(ledger.place.ctx(), { ...form, roles: [role], bodyId })
  const actor: Actor = {
    kind: 'account',
    accountId,
    name: username,
    bodyId,
    bodies: bodyId ? [bodyId] : [],
    roles: [role],
  }
  return ledger.place.ctx(actor)
}

const done = new Set<string>()

/** Every event not yet handed over goes to the module's reactions, twice. */
async function run(): Promise<void> {
  const { rows } = await sql<DomainEvent & { id: string }>`select id, name, payload from outbox_event
    order by written_at, id`.execute(office.db)
  for (const event of rows.filter((row) => !done.has(row.id))) {
    done.add(event.id)
    for (const _ of [1, 2]) await ledgerModule.reactions?.[event.name]?.(ledger.place.ctx(), event)
  }
}

/** What somebody was told since the last time. */
const read = new Map<string, number>()
async function told(username: string): Promise<readonly { title: string; body: string; href: string }[]> {
  const { rows } = await sql<{ title: string; body: string; href: string; number: number }>`
    select m.title, m.body, m.href, m.number from inbox_message m join account a on a.id = m.account_id
    where a.username = ${username} and m.number > ${read.get(username) ?? 0} order by m.number`.execute(office.db)
  read.set(username, rows.at(-1)?.number ?? read.get(username) ?? 0)
  return rows.map(({ title, body, href }) => ({ title, body, href }))
}

async function release(to: Release): Promise<void> {
  const { version } = await documentView(office, documentId)
  await releaseDocument(office, { id: documentId, version, release: to })
  await run()
}

async function step(ctx: Ctx, name: Step): Promise<void> {
  const { version } = await taskView(office, id)
  await takeStep(ctx, { id, version, step: name, words: '内部的话' })
  await run()
}

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected
const task = () => ({ kind: 'task', id }) as const
const clause = () => ({ kind: 'clause', id: measureId }) as const

test('nobody follows what they do not see; the feeds of it are not there', async () => {
  for (const ctx of [stranger, citizen]) {
    await assert.rejects(follow(ctx, task()), code('ledger.task-unknown'))
    await assert.rejects(follow(ctx, clause()), code('ledger.task-unknown'))
  }
  await assert.rejects(follow(lead, { kind: 'task', id: newId() }), code('ledger.task-unknown'))
  await assert.rejects(taskFeed(visitor, id), code('ledger.task-not-published'))
  await assert.rejects(clauseFeed(visitor, measureId), code('ledger.task-not-published'))
  await assert.rejects(clauseFeed(visitor, newId()), code('ledger.task-not-published'))
})

test('five same wishes are one; a follower of task and clause is told once of a change, and not of own acts', async () => {
  await Promise.all([1, 2, 3, 4, 5].map(() => follow(lead, task())))
  await follow(lead, clause())
  await follow(office, task())
  assert.deepEqual((await followsView(lead)).items.map(({ kind }) => kind).toSorted(), ['clause', 'task'])
  await step(lead, 'start')
  assert.deepEqual(await told('gongan'), [])
  assert.deepEqual(await told('duban'), [
    {
      title: '关注的任务有变化：推进<登记>',
      body: `${office.today}：启动办理。不想再收到，可在“我的关注”取消。`,
      href: `/desk/ledger/tasks/${id}`,
    },
  ])
  const { version } = await taskView(office, id)
  const edit = { title: '推进<登记>', leads: [{ name: '市公安局' }], supports: [], targets: [], reason: '改期' }
  await editTask(office, { ...edit, id, version, dates: [{ phrase: '', due: '2021-10-31' }] })
  await run()
  assert.deepEqual(
    (await told('gongan')).map(({ body }) => body.split('。')[0]),
    [`${office.today}：责任单位、时限或目标有更正`],
  )
  assert.deepEqual(await told('duban'), [])
})

test('the public is told as much as is published: the task alone, then its progress; and of the release itself', async () => {
  await release('tracked')
  assert.deepEqual(
    (await told('gongan')).map(({ title }) => title),
    ['公开范围有变化：试政发〔2021〕1号'],
  )
  assert.equal(await followFromPage(citizen, id, { kind: 'clause', act: 'follow' }), `/ledger/tasks/${id}#follow`)
  assert.match((await followsView(citizen)).items[0]?.title ?? '', /推进/)
  await step(lead, 'report')
  assert.deepEqual(await told('shimin'), [])
  await release('progress')
  await step(office, 'return')
  const messages = await told('shimin')
  assert.deepEqual(
    messages.map(({ title, href }) => [title.split('：')[0], href]),
    [
      ['公开范围有变化', `/ledger/tasks/${id}`],
      ['关注的任务有变化', `/ledger/tasks/${id}`],
    ],
  )
  assert.ok(messages.every(({ body }) => !body.includes('内部的话')))
  const own = (await told('gongan')).map(({ title }) => title.split('：')[0])
  assert.deepEqual(own, ['公开范围有变化', '任务被退回'], 'who is told because it concerns them is not told again')
})

test('feeds tell what is published, without words, in Atom', async () => {
  for (const feed of [await taskFeed(visitor, id), await clauseFeed(visitor, measureId)]) {
    assert.match(feed, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/)
    assert.match(feed, /<title>报告完成：推进&lt;登记&gt;<\/title>/)
    assert.ok(!feed.includes('内部的话'))
    assert.equal(feed.split('<entry>').length, feed.split('</entry>').length)
  }
  await release('tracked')
  const feed = await taskFeed(visitor, id)
  assert.ok(!feed.includes('报告完成') && feed.includes('更正'))
})

/** The rows of what is followed, taken out; without the empty cells behind. */
async function sheetOf(ctx: Ctx): Promise<readonly string[][]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await exportFollows(ctx)).body as never)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).filter(Boolean).map(String)))
  return rows.slice(2)
}

test('what one follows is taken out as a spreadsheet, one row for each', async () => {
  const { items } = await followsView(citizen)
  const kinds = { task: '任务', clause: '条文' } as const
  const expected = items.map(({ kind, title, label }) => [kinds[kind], title, label])
  assert.ok(expected.length > 0)
  assert.deepEqual(await sheetOf(citizen), expected)
})

test('what is hidden again is told to nobody and named to nobody; unfollowing ends it', async () => {
  await told('shimin')
  await release('nothing')
  assert.deepEqual(await told('shimin'), [])
  assert.deepEqual((await followsView(citizen)).items, [{ ...clause(), title: null, label: null, href: null }])
  assert.deepEqual(await sheetOf(citizen), [['条文', '现在不能查看']])
  await assert.rejects(taskFeed(visitor, id), code('ledger.task-not-published'))
  await unfollow(citizen, clause())
  assert.deepEqual((await followsView(citizen)).items, [])
  await unfollow(lead, task())
  await unfollow(lead, clause())
  await told('gongan')
  await step(lead, 'report')
  await step(office, 'verify')
  assert.deepEqual(await told('gongan'), [])
})

test('who follows a clause is told of its release by a task that is shown, not by one that was split', async () => {
  await ledger.draft({ path: '二', title: '两步办理', due: '2021-09-30' })
  await confirmMeasures(office, {})
  const { items } = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'due', limit: 1, text: '两步办理' })
  const whole = items[0] ?? assert.fail('no task')
  const half = (title: string) => ({
    id: newId(),
    title,
    leads: [{ name: '市公安局' }],
    supports: [],
    dates: [{ phrase: '', due: '2021-09-30' }],
    targets: [],
  })
  const { version } = await taskView(office, whole.id)
  const into = [half('前一步'), half('后一步')]
  const { taskIds } = await splitTask(office, { id: whole.id, version, reason: '分两步', into })
  await release('tracked')
  await follow(citizen, { kind: 'clause', id: (await taskView(office, whole.id)).measureId })
  await told('shimin')
  await release('progress')
  const [message] = await told('shimin')
  assert.ok(
    taskIds.some((taskId) => message?.href === `/ledger/tasks/${taskId}`),
    message?.href ?? 'not told',
  )
})

test('a follower is told that the task was cancelled while it is published, and nobody of what is hidden', async () => {
  for (const [path, title, shown] of [
    ['三', '公开后取消', 'tracked'],
    ['四', '不公开后取消', 'nothing'],
  ] as const) {
    await ledger.draft({ path, title, due: '2021-09-30' })
    await confirmMeasures(office, {})
    const { items } = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'due', limit: 1, text: title })
    const { id: taskId, version } = await taskView(office, items[0]?.id ?? '')
    await release('tracked')
    await follow(citizen, { kind: 'task', id: taskId })
    await release(shown)
    await told('shimin')
    await takeStep(office, { id: taskId, version, step: 'cancel', words: '内部的话' })
    await run()
    const expected = shown === 'nothing' ? [] : [[`关注的任务有变化：${title}`, '/desk/follows']]
    assert.deepEqual(
      (await told('shimin')).map((message) => [message.title, message.href]),
      expected,
    )
  }
})
