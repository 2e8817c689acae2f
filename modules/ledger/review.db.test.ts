import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '@guangyue/platform/db'
import { newId } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { confirmMeasure, confirmMeasures, unconfirmMeasure } from './service/confirm.ts'
import { documentView, releaseDocument } from './service/documents.ts'
import { faultsToDecide, measureView, pageOfDrafts } from './service/list-drafts.ts'
import { resolveName, saveDraft } from './service/review.ts'
import { takeStep } from './service/take-step.ts'
import { pageOfTasks, taskView } from './service/task-view.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
let document: string
before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision', '市政府办公室')
})
after(() => ledger.place.drop())

async function measureAt(path: string) {
  const page = await pageOfDrafts(office, { documentId: document, state: 'all', order: 'text', limit: 100 })
  const item = page.items.find(({ cite }) => cite.path[0] === path)
  if (!item) throw new Error(`no clause ${path}`)
  return measureView(office, item.id)
}

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })
const tasksOf = (ctx: Ctx = office) =>
  pageOfTasks(ctx, { documentId: document, as: 'any', state: 'all', sort: 'text', limit: 200 })

test('confirm: two at once, one wins, the other is told; the tasks exist once and hang on their clause', async () => {
  document = await ledger.draft({ path: '一', due: '2021-07-10', supports: ['各县（市、区）人民政府'] })
  const measure = await measureAt('一')
  const both = await Promise.allSettled([
    confirmMeasure(office, seen(measure)),
    confirmMeasure(await ledger.as('supervision'), seen(measure)),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  assert.equal(refused.reason.code, 'ledger.already-confirmed')
  const { items, figures } = await tasksOf()
  assert.equal(items.length, 1)
  assert.deepEqual([figures.all, figures.yellow], [1, 1])
  const [task] = items
  assert.deepEqual([task?.leads, task?.supports, task?.daysLeft], [['市公安局'], 8, 4])
  const hanging = await sql<{ thing: string; visible: string }>`select thing, visible from gazette_hanging`.execute(
    office.db,
  )
  assert.deepEqual(hanging.rows, [{ thing: `task/${task?.id}`, visible: 'nothing' }])
})

test('confirm: a measure without a lead cannot; naming one by hand lets it', async () => {
  await ledger.draft({ path: '二', leads: [] })
  const measure = await measureAt('二')
  await assert.rejects(confirmMeasure(office, seen(measure)), code('ledger.draft-not-ready'))
  const [task] = measure.tasks
  const saved = await saveDraft(office, {
    ...seen(measure),
    title: measure.title,
    tasks: [
      {
        ...task,
        id: task?.id ?? '',
        title: '有人负责的事',
        leads: [{ name: '市公安局' }],
        supports: [],
        dates: [],
        targets: [],
      },
    ],
  })
  assert.deepEqual(saved.faults, [])
  const { taskIds } = await confirmMeasure(office, { id: measure.id, version: saved.version })
  const view = await taskView(office, taskIds[0] ?? '')
  assert.equal(view.title, '有人负责的事')
  assert.equal(view.light, 'none')
  assert.deepEqual(
    view.milestones.map(({ inherited, due, light }) => [inherited, due, light]),
    [[true, '2021-08-31', 'green']],
  )
})

test('draft: a day that does not exist is refused by field, and a stale save gets both texts back', async () => {
  await ledger.draft({ path: '三', due: '2021-09-30' })
  const measure = await measureAt('三')
  const [task] = measure.tasks
  if (!task) throw new Error('no task')
  const save = (change: object) =>
    saveDraft(office, { ...seen(measure), title: measure.title, tasks: [{ ...task, ...change }] })
  await assert.rejects(save({ dates: [{ phrase: '', due: '2021-06-31' }] }), (error: unknown) => {
    const { said } = error as { said: { fields: { field: string; message: string }[] } }
    assert.deepEqual(said.fields, [
      { field: 'tasks.0.dates.0.due', message: '6月没有31日。“6月底前”通常记作 2021-06-30' },
    ])
    return true
  })
  await save({ title: '甲的修改' })
  await assert.rejects(save({ title: '乙的修改' }), (error: unknown) => {
    const { code: known, data } = error as {
      code: string
      data: { yours: unknown; current: { tasks: { title: string }[] } }
    }
    assert.equal(known, 'db.stale-version')
    assert.equal((data.yours as { title: string }[])[0]?.title, '乙的修改')
    assert.equal(data.current.tasks[0]?.title, '甲的修改')
    return true
  })
})

test('draft: split, merge, add and remove are one save; a phrase is read in the document’s year', async () => {
  const measure = await measureAt('三')
  const [task] = measure.tasks
  if (!task) throw new Error('no task')
  const saved = await saveDraft(office, {
    ...seen(measure),
    title: '三件事',
    tasks: [task, { ...task, id: newId(), title: '第二件', dates: [{ phrase: '10月底前', due: null }] }],
  })
  assert.deepEqual(
    saved.tasks.map(({ title, dates }) => [title, dates[0]?.due]),
    [
      ['甲的修改', '2021-09-30'],
      ['第二件', '2021-10-31'],
    ],
  )
  const merged = await saveDraft(office, {
    ...seen(measure),
    version: saved.version,
    title: '三件事',
    tasks: saved.tasks.slice(1),
  })
  assert.equal(merged.tasks.length, 1)
})

test('names: answered once, it is remembered and given to every draft and to tasks already confirmed', async () => {
  const name = '市某某办'
  await ledger.draft({ path: '四', leads: [name] }, { path: '五', supports: [name] }, { path: '六', supports: [name] })
  const confirmed = await measureAt('六')
  await confirmMeasure(office, seen(confirmed))
  const before = await faultsToDecide(office, { documentId: document })
  const asked = before.items.filter((fault) => fault.name === name)
  assert.deepEqual(
    asked.map(({ code: known, measures }) => [known, measures.length]),
    [
      ['lead-unknown', 1],
      ['name-unknown', 1],
    ],
  )
  const answer = { name, bodyId: await ledger.bodyId('市教育体育局') }
  assert.deepEqual(await resolveName(office, answer), { measures: 3, tasks: 1 })
  assert.deepEqual((await measureAt('四')).faults, [])
  await ledger.draft({ path: '七', leads: [name] })
  assert.deepEqual((await measureAt('七')).faults, [])
})

test('confirm many: those without faults, in one go; faulty ones stay drafts', async () => {
  await ledger.draft({ path: '八', leads: [] }, { path: '九', supports: ['市不存在局'] })
  const result = await confirmMeasures(office, { documentId: document })
  assert.deepEqual([result.confirmed, result.tasks], [4, 4])
  const { counts } = await pageOfDrafts(office, { documentId: document, state: 'waiting', order: 'text', limit: 100 })
  assert.deepEqual([counts.waiting, counts.faulty], [2, 2])
  assert.deepEqual(await confirmMeasures(office, { documentId: document }), {
    confirmed: 0,
    tasks: 0,
    leftFaulty: 0,
    leftChanged: 0,
  })
})

test('unconfirm: taken back while nothing happened, and confirmed again under the same ids', async () => {
  const measure = await measureAt('四')
  const before = (await tasksOf()).items.filter(({ cite }) => cite.path[0] === '四').map(({ id }) => id)
  const back = await unconfirmMeasure(office, seen(measure))
  assert.ok(!(await tasksOf()).items.some(({ cite }) => cite.path[0] === '四'))
  const again = await confirmMeasure(office, { id: measure.id, version: back.version })
  assert.deepEqual(again.taskIds, before)
})

test('unconfirm: refused when a unit has begun', async () => {
  const measure = await measureAt('一')
  const [task] = (await tasksOf()).items
  const police = await ledger.as('officer', '市公安局')
  await takeStep(police, { id: task?.id ?? '', version: task?.version ?? 0, step: 'start', words: '' })
  await assert.rejects(unconfirmMeasure(office, seen(measure)), code('ledger.tasks-under-way'))
})

test('release: the clauses’ pages follow at once, a stale version is refused, and others may not', async () => {
  const { version } = await documentView(office, document)
  const police = await ledger.as('officer', '市公安局')
  await assert.rejects(
    releaseDocument(police, { id: document, version, release: 'progress' }),
    code('access.action-not-allowed'),
  )
  await releaseDocument(office, { id: document, version, release: 'tracked' })
  const { rows } = await sql<{ visible: string }>`select distinct visible from gazette_hanging`.execute(office.db)
  assert.deepEqual(rows, [{ visible: 'tracked' }])
  await assert.rejects(releaseDocument(office, { id: document, version, release: 'nothing' }), code('db.stale-version'))
})
