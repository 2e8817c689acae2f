import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Release } from './model/ledger.ts'
import { loadPromises, promisesQuery } from './pages/promises.loader.ts'
import { loadTask } from './pages/task.loader.ts'
import { breakDown } from './service/break-down.ts'
import { confirmMeasures } from './service/confirm.ts'
import { documentView, releaseDocument } from './service/documents.ts'
import { takeStep } from './service/take-step.ts'
import { pageOfTasks } from './service/task-view.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
let visitor: Ctx
let document: string
let ids: readonly string[]
const part = '0199aaaa-0000-7000-8000-000000000001'

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision', '市政府办公室')
  visitor = await ledger.as('citizen')
  document = await ledger.draft(
    { path: '一', title: '逾期的事', due: '2021-07-01', supports: ['各县（市、区）人民政府', '市民政局'] },
    { path: '二', title: '没有时限的事', leads: ['市财政局'] },
    { path: '三', title: '取消的事' },
  )
  await confirmMeasures(office, {})
  const { items } = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'text', limit: 10 })
  ids = items.map(({ id }) => id)
  const police = await ledger.as('officer', '市公安局')
  await takeStep(police, { id: ids[0] ?? '', version: 1, step: 'start', words: '内部说明' })
  const edit = {
    leads: [{ name: '东昌府区人民政府' }],
    supports: [],
    dates: [{ phrase: '', due: '2021-07-01' }],
    targets: [],
  }
  await breakDown(police, { id: ids[0] ?? '', version: 2, parts: [{ ...edit, id: part, title: '区里的部分' }] })
  await takeStep(office, { id: ids[2] ?? '', version: 1, step: 'cancel', words: '重复' })
})
after(() => ledger.place.drop())

async function release(to: Release): Promise<void> {
  const { version } = await documentView(office, document)
  await releaseDocument(office, { id: document, version, release: to })
}

async function promises(query: object = {}) {
  const page = await loadPromises(visitor, promisesQuery.parse(query))
  if (!('view' in page)) throw new Error('redirected')
  return page.view
}

async function task(id: string | undefined) {
  const page = await loadTask(visitor, id ?? '')
  if (!('view' in page)) throw new Error('no view')
  return page.view
}

const unpublished = (error: unknown) => (error as { code?: string }).code === 'ledger.task-not-published'

test('nothing is public before the release: no list, no page', async () => {
  const view = await promises()
  assert.deepEqual([view.documents, view.tasks, view.total], [[], [], 0])
  await assert.rejects(task(ids[0]), unpublished)
})

test('tracked: the task, its clause and its units, but no light, no days, no history; no filter tells them either', async () => {
  await release('tracked')
  const view = await promises()
  assert.deepEqual(
    view.tasks.map(({ title, light, daysLeft }) => [title, light, daysLeft]),
    [
      ['逾期的事', null, null],
      ['没有时限的事', null, null],
    ],
  )
  assert.equal(view.documents[0]?.counts, null)
  assert.deepEqual(
    Object.values(view.counts).reduce((sum, count) => sum + count, 0),
    0,
  )
  assert.equal((await promises({ light: 'red' })).total, 0)
  const shown = await task(ids[0])
  assert.equal(shown.progress, null)
  assert.ok(shown.dates.every(({ progress }) => progress === null))
  assert.deepEqual(shown.supports, [
    { name: '各县（市、区）人民政府', members: 8 },
    { name: '市民政局', members: 1 },
  ])
})

test('progress: lights, days and steps, but not what units said; parts and cancelled tasks stay inside', async () => {
  await release('progress')
  const view = await promises()
  assert.deepEqual([view.counts.red, view.counts.none, view.total], [1, 1, 2])
  assert.deepEqual(
    (await promises({ light: 'red' })).tasks.map(({ daysLeft }) => daysLeft),
    [-5],
  )
  const shown = await task(ids[0])
  assert.deepEqual(
    shown.progress?.history.map(({ step, unit, day }) => [step, unit, day]),
    [
      ['start', '市公安局', '2021-07-06'],
      ['confirm', '市政府办公室', '2021-07-06'],
    ],
  )
  assert.ok(!JSON.stringify(shown).includes('内部说明'))
  await assert.rejects(task(part), unpublished)
  await assert.rejects(task(ids[2]), unpublished)
  const { rows } = await sql<{ thing: string; visible: string }>`select thing, visible from gazette_hanging
    where state <> 'cancelled' order by thing`.execute(office.db)
  assert.deepEqual(
    rows.filter(({ visible }) => visible === 'progress').map(({ thing }) => thing),
    [`task/${ids[0]}`, `task/${ids[1]}`].toSorted(),
  )
  assert.equal(rows.find(({ thing }) => thing === `task/${part}`)?.visible, 'nothing')
})

test('conditions: by lead, by word, by document; nonsense in the address is as if it were not there', async () => {
  const lead = (await promises()).leads.find(({ name }) => name === '市财政局')
  assert.deepEqual(
    (await promises({ lead: lead?.id })).tasks.map(({ title }) => title),
    ['没有时限的事'],
  )
  assert.deepEqual(
    (await promises({ q: '逾期' })).tasks.map(({ title }) => title),
    ['逾期的事'],
  )
  assert.equal((await promises({ document: 'x', lead: "'", light: 'blue', page: '-1', q: '\u0000' })).total, 2)
  const past = await loadPromises(visitor, promisesQuery.parse({ page: '9' }))
  assert.ok('redirect' in past && past.redirect === '/ledger')
})

test('taken back: the pages are gone at once', async () => {
  await release('nothing')
  assert.deepEqual((await promises()).documents, [])
  await assert.rejects(task(ids[0]), unpublished)
})
