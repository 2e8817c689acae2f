import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { foldCitation, gazetteModule } from '@guangyue/modules/gazette'
import { identityModule } from '@guangyue/modules/identity'
import { organisationsModule } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { ledgerModule } from './index.ts'
import type { Reading } from './model/ledger.ts'
import { confirmMeasure } from './service/confirm.ts'
import { documentsView } from './service/documents.ts'
import { type Batch, draftBatch } from './service/draft.ts'
import { measureView, pageOfDrafts } from './service/list-drafts.ts'
import { keepDraft, redraft, saveDraft } from './service/review.ts'

const pack = new URL('../../packs/liaocheng-2021/', import.meta.url)

let place: TestCity
let ctx: Ctx
before(async () => {
  place = await testCity([organisationsModule, identityModule, gazetteModule, ledgerModule])
  ctx = place.ctx()
  for (const module of [organisationsModule, gazetteModule, ledgerModule]) await module.loadPack?.(ctx, pack)
})
after(() => place.drop())

test('pack: 252 measures are drafts under their documents, 23 without a lead block, and loading again changes nothing', async () => {
  const before = await pageOfDrafts(ctx, { state: 'all', order: 'faults', limit: 500 })
  assert.equal(before.counts.all, 252)
  assert.equal(before.items.filter(({ faults }) => faults.some(({ code }) => code === 'lead-missing')).length, 23)
  await ledgerModule.loadPack?.(ctx, pack)
  assert.deepEqual(await pageOfDrafts(ctx, { state: 'all', order: 'faults', limit: 500 }), before)
})

test('drafts: blocking faults first, page by page each once', async () => {
  const seen: string[] = []
  const ranks: number[] = []
  let after: string | undefined
  do {
    const page = await pageOfDrafts(ctx, { state: 'all', order: 'faults', limit: 40, after })
    seen.push(...page.items.map(({ id }) => id))
    ranks.push(
      ...page.items.map(({ faults }) => (faults.some(({ blocking }) => blocking) ? 0 : faults.length > 0 ? 1 : 2)),
    )
    after = page.next ?? undefined
  } while (after)
  assert.equal(new Set(seen).size, 252)
  assert.equal(seen.length, 252)
  assert.deepEqual(ranks, ranks.toSorted())
})

test('documents: general dates and the supervising body come from the facts', async () => {
  const { items } = await documentsView(ctx, null)
  const plan = items.find(({ number }) => number === '聊政发〔2021〕7号')
  assert.deepEqual(
    plan?.milestones.filter(({ inherited }) => inherited).map(({ due }) => due),
    ['2021-06-30', '2021-08-31', '2021-11-30'],
  )
  assert.equal(plan?.supervisorName, '市政府办公室')
  assert.equal(plan?.supervisor?.name, '市政府办公室')
  assert.equal(plan?.drafts.all, 199)
})

const folded = foldCitation('试政发〔2021〕1号')
const text =
  '推进一件事。6月底前，完成甲事。持续做好乙事的日常维护工作。（牵头单位：市公安局；责任单位：各县（市、区）人民政府、市某局）'

function reading(change: Partial<Reading> = {}): Reading {
  return {
    title: '推进一件事',
    text,
    assignments: [
      { leads: ['市公安局'], supports: ['各县（市、区）人民政府', '市某局'], label: '牵头单位/责任单位', covers: null },
    ],
    deadlines: [{ phrase: '6月底前', kind: 'by', due: '2021-06-30' as never, start: null, rule: null }],
    targets: [],
    marks: [{ kind: 'deadline', index: 0, span: { start: 6, end: 10 } }],
    line: 3,
    leadByRule: null,
    ...change,
  }
}

function batch(...measures: readonly (readonly [path: string, reading: Reading])[]): Batch {
  return {
    documents: [
      {
        id: ctx.newId(),
        key: '试政发〔2021〕1号',
        folded,
        number: '试政发〔2021〕1号',
        title: '试验通知',
        kind: '通知',
        issuer: null,
        signedOn: '2021-06-01',
        source: 'gazette',
        gazetteDocumentId: null,
        issueId: null,
        supervisorBodyId: null,
        supervisorName: null,
        milestones: [],
        headings: [],
      },
    ],
    measures: measures.map(([path, read]) => ({ folded, path: [path], source: 'gazette', reading: read })),
    whole: new Set([folded]),
  }
}

const run = (given: Batch) => ctx.transact((tx) => draftBatch(ctx, tx, given))
async function drafts() {
  const { items } = await documentsView(ctx, null)
  const document = items.find(({ number }) => number === '试政发〔2021〕1号')
  const page = await pageOfDrafts(ctx, { documentId: document?.id, state: 'all', order: 'text', limit: 50 })
  return Promise.all(page.items.map(({ id }) => measureView(ctx, id)))
}

test('import: a clause with a date is two tasks, groups stand with their members, an unknown name is a fault; twice is once', async () => {
  const first = await run(batch(['一', reading()]))
  assert.deepEqual(first, { measures: 1, tasks: 2, created: 1, changed: 0, faulty: 1 })
  assert.deepEqual(await run(batch(['一', reading()])), { measures: 0, tasks: 0, created: 0, changed: 0, faulty: 0 })
  const [measure] = await drafts()
  assert.deepEqual(
    measure?.tasks.map((task) => [task.title, task.dates[0]?.due ?? null]),
    [
      ['推进一件事：完成甲事', '2021-06-30'],
      ['推进一件事', null],
    ],
  )
  const [counties, unknown] = measure?.tasks[0]?.supports ?? []
  assert.equal(counties?.members.length, 8)
  assert.equal(counties?.members[0]?.name, '东昌府区')
  assert.equal(unknown?.kind, 'unknown')
  assert.deepEqual(
    measure?.faults.map(({ code, name, blocking }) => [code, name, blocking]),
    [
      ['name-unknown', '市某局', false],
      ['name-unknown', '市某局', false],
    ],
  )
})

test('a newer text redrafts an untouched draft; an edited one is kept and the difference is shown', async () => {
  const later = reading({
    deadlines: [{ phrase: '6月底前', kind: 'by', due: '2021-07-31' as never, start: null, rule: null }],
  })
  await run(batch(['一', later], ['二', reading({ title: '第二件事' })]))
  const [first, second] = await drafts()
  assert.equal(first?.tasks[0]?.dates[0]?.due, '2021-07-31')
  assert.deepEqual(first?.difference, [])
  if (!second) throw new Error('no second clause')
  const saved = await saveDraft(ctx, {
    id: second.id,
    version: second.version,
    title: second.title,
    tasks: second.tasks.slice(0, 1).map((task) => ({ ...task, title: '人改过的题目' })),
  })
  assert.equal(saved.tasks.length, 1)
  await run(
    batch(
      ['一', later],
      [
        '二',
        reading({ title: '第二件事', targets: [{ phrase: '90%', metric: '率', op: '>=', value: 90, unit: '%' }] }),
      ],
    ),
  )
  const [, kept] = await drafts()
  assert.equal(kept?.tasks[0]?.title, '人改过的题目')
  assert.deepEqual(kept?.difference, [{ field: '目标', was: '', now: '率>=90%' }])
  assert.ok(kept?.faults.some(({ code }) => code === 'reading-changed'))
})

test('a difference is kept or taken, as the person says', async () => {
  const [, second] = await drafts()
  if (!second) throw new Error('no second clause')
  const kept = await keepDraft(ctx, { id: second.id, version: second.version })
  assert.ok(!kept.faults.some(({ code }) => code === 'reading-changed'))
  const again = await redraft(ctx, { id: second.id, version: kept.version })
  assert.equal(again.tasks.length, 2)
  assert.notEqual(again.tasks[0]?.title, '人改过的题目')
  assert.ok(again.tasks.some(({ targets }) => targets.length === 1))
})

test('a clause that the newest text lacks is flagged, not deleted; a confirmed one keeps its tasks', async () => {
  const [first, second] = await drafts()
  if (!first || !second) throw new Error('two clauses expected')
  await confirmMeasure(ctx, { id: second.id, version: second.version })
  await run(batch(['三', reading({ title: '第三件事' })]))
  const [gone, third, confirmed] = await drafts()
  assert.ok(gone?.faults.some(({ message }) => message.includes('没有这一条')))
  assert.equal(confirmed?.state, 'confirmed')
  assert.equal(third?.title, '第三件事')
})
