import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { foldCitation } from '@guangyue/modules/gazette'
import { type Ctx, newId } from '@guangyue/platform/db'
import { columnsOfTasks, groupsOfTasks, monthOfTasks } from './service/board-views.ts'
import { confirmMeasures } from './service/confirm.ts'
import { pageOfTasks } from './service/task-view.ts'
import { removeView, savedViews, saveView } from './service/views.ts'
import { upsertIndicators } from './store/documents.ts'
import type { Grouping } from './store/grouping.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
let police: Ctx

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  police = await ledger.as('officer', '市公安局')
  await ledger.draft(
    { path: '一/（一）', title: '逾期的', leads: ['市公安局'], due: '2021-06-30' },
    { path: '一/（二）', title: '两家牵头', leads: ['市公安局', '市民政局'], due: '2021-09-30' },
    { path: '二/（一）', title: '县里的', leads: ['市财政局'], supports: ['莘县人民政府'], due: '2021-09-30' },
    { path: '三/（一）', title: '没有时限的', leads: ['市民政局'] },
  )
  const indicator = { key: 'first', position: 1, name: '开办企业', chapters: ['一'], commander: null }
  await office.transact((tx) => upsertIndicators(tx, [{ ...indicator, folded: foldCitation('试政发〔2021〕1号') }]))
  await confirmMeasures(office, {})
})
after(() => ledger.place.drop())

const all = { as: 'any', state: 'all' } as const
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected

async function groups(by: Grouping, ctx = office) {
  return (await groupsOfTasks(ctx, { ...all, by })).items
}

const expected = {
  unit: ['市公安局 2/1', '市民政局 2/0', '市财政局 1/0'],
  county: ['莘县 1/0', '不涉及县（市、区） 3/1'],
  indicator: ['开办企业 2/1', '未列入指标 2/0'],
  month: ['2021年6月到期 1/1', '2021年9月到期 2/0', '未定时限 1/0'],
  document: ['试政发〔2021〕1号 试验通知 4/1'],
} as const satisfies Partial<Record<Grouping, readonly string[]>>

for (const [by, names] of Object.entries(expected) as [Grouping, readonly string[]][]) {
  test(`groups by ${by}: each with its figures, and the list of a group holds just those`, async () => {
    const items = await groups(by)
    const said = items.map(({ name, figures }) => `${name} ${figures.all}/${figures.red}`)
    assert.deepEqual(by === 'unit' ? said.toSorted() : said, by === 'unit' ? names.toSorted() : names)
    for (const { key, figures } of items) {
      const page = await pageOfTasks(office, { ...all, sort: 'due', limit: 50, inGroup: { by, key } })
      assert.deepEqual(page.figures, figures, key)
      assert.equal(page.items.length, figures.all)
    }
  })
}

test('groups by chapter: the chapters of the text in its order', async () => {
  const items = await groups('chapter')
  assert.deepEqual(
    items.map(({ name, figures }) => [name, figures.all]),
    [
      ['试政发〔2021〕1号 一', 2],
      ['试政发〔2021〕1号 二', 1],
      ['试政发〔2021〕1号 三', 1],
    ],
  )
})

test('a unit sees its own tasks alone, in whatever view', async () => {
  const figures = (await pageOfTasks(police, { ...all, sort: 'due', limit: 50 })).figures
  assert.equal(figures.all, 2)
  assert.deepEqual((await columnsOfTasks(police, { ...all, columns: 'light' })).figures, figures)
  const month = await monthOfTasks(police, { ...all, month: '2021-09' })
  assert.deepEqual([month.figures, month.undated], [figures, 0])
  assert.deepEqual(
    (await groups('indicator', police)).map(({ name, figures: own }) => [name, own.all]),
    [['开办企业', 2]],
  )
})

test('the board: columns by light and by state with their whole number', async () => {
  const titles = async (columns: 'light' | 'state') =>
    (await columnsOfTasks(office, { ...all, columns })).columns
      .map(({ key, total, items }) => `${key} ${total} ${items.map(({ title }) => title).toSorted()}`)
      .toSorted()
  assert.deepEqual(await titles('light'), ['green 2 两家牵头,县里的', 'none 1 没有时限的', 'red 1 逾期的'].toSorted())
  assert.deepEqual(
    (await columnsOfTasks(office, { ...all, columns: 'state' })).columns.map(({ key, total }) => [key, total]),
    [['assigned', 4]],
  )
})

test('the calendar: whole weeks, days off by the notices of the State Council, what falls due on its day', async () => {
  const { days, undated } = await monthOfTasks(office, { ...all, month: '2021-09' })
  assert.deepEqual([days[0]?.day, days.at(-1)?.day, undated], ['2021-08-30', '2021-10-03', 1])
  const kindOf = (day: string) => days.find((one) => one.day === day)?.kind
  assert.deepEqual(['2021-09-18', '2021-09-20', '2021-09-25', '2021-09-26', '2021-10-01'].map(kindOf), [
    'make-up',
    'holiday',
    'weekend',
    'make-up',
    'holiday',
  ])
  const due = days.filter(({ total }) => total > 0)
  assert.deepEqual(
    due.map(({ day, total, items }) => [day, total, items.map(({ title }) => title).toSorted()]),
    [['2021-09-30', 2, ['两家牵头', '县里的']]],
  )
  const narrowed = await monthOfTasks(office, { ...all, month: '2021-09', dueTo: '2021-09-29' })
  assert.equal(narrowed.days.filter(({ total }) => total > 0).length, 0)
})

test('a task runs from the day on which its document was signed', async () => {
  const { items } = await pageOfTasks(office, { ...all, sort: 'due', limit: 50 })
  assert.deepEqual(
    items.map(({ startsOn }) => startsOn),
    items.map(() => '2021-06-01'),
  )
})

const calendar = { light: 'red', show: 'calendar', group: 'county' } as const
const kept = { ...calendar, as: 'any', state: 'all', sort: 'due', columns: 'light' }

test('views: kept for oneself with how they are shown, a name once', async () => {
  const id = newId()
  await saveView(police, { id, name: '逾期', query: calendar, shared: false })
  assert.deepEqual((await savedViews(police)).items, [
    { id, name: '逾期', query: kept, shared: false, mayRemove: true },
  ])
  assert.deepEqual((await savedViews(office)).items, [])
  const again = { id: newId(), name: '逾期', query: {}, shared: false }
  await assert.rejects(saveView(police, again), code('http.input-invalid'))
  await assert.rejects(saveView(office, { ...again, id }), code('http.input-invalid'))
  await removeView(office, id)
  assert.equal((await savedViews(police)).items.length, 1)
  await removeView(police, id)
  assert.deepEqual((await savedViews(police)).items, [])
})

test('views: the office shares one with all, and it alone takes it away; a unit shares none', async () => {
  const id = newId()
  await saveView(office, { id, name: '全市逾期', query: calendar, shared: true })
  const [seen] = (await savedViews(police)).items
  assert.deepEqual([seen?.id, seen?.shared, seen?.mayRemove], [id, true, false])
  await removeView(police, id)
  assert.equal((await savedViews(police)).items.length, 1)
  const own = { id: newId(), name: '本局', query: {}, shared: true }
  await assert.rejects(saveView(police, own), code('access.action-not-allowed'))
  await removeView(await ledger.as('supervision'), id)
  assert.deepEqual((await savedViews(police)).items, [])
})
