import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { foldCitation } from '@guangyue/modules/gazette'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import exceljs from 'exceljs'
import { closePeriod, openPeriod, saveScheme } from '../dispatch/periods.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { upsertIndicators } from '../store/documents.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { recompute } from './compute.ts'
import { rankTemplate, uploadRanks } from './rank-sheet.ts'
import { ranksView, stateRanks } from './ranks.ts'
import { decideObjection, issueScores, objectTo, onPeriodClosed, saveRules, stateFact } from './service.ts'
import { settleLine } from './settle.ts'
import { scoresView } from './views.ts'

let ledger: TestLedger
let office: Ctx
let police: string
let periodId: string

const goal = { within: 8, reach: 5, otherwise: 8, basis: '试政发〔2021〕1号 一' }
const line = { kind: 'points' as const, officePoints: true, basis: goal.basis }
const rank = 'if count(省评指标) = 0 then 0 else 10 * count(省评指标[名次 <= 目标名次])'

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  police = await ledger.bodyId('市公安局')
  const documentId = await ledger.draft(
    { path: '一/（一）', leads: ['市公安局'] },
    { path: '二/（一）', leads: ['市公安局'] },
    { path: '三/（一）', leads: ['市财政局'] },
  )
  const common = { folded: foldCitation('试政发〔2021〕1号'), commander: null, goal }
  await office.transact((tx) =>
    upsertIndicators(tx, [
      { ...common, key: 'first', position: 1, name: '开办企业', chapters: ['一'] },
      { ...common, key: 'second', position: 2, name: '获得电力', chapters: ['二'] },
      { ...common, key: 'third', position: 3, name: '办理破产', chapters: [] },
    ]),
  )
  await confirmMeasures(office, { documentId })
  const days = { opensDay: 1, dueDay: 5, remindDays: 3, graceDays: 2, stepDays: 2 }
  const scheme = { id: office.newId(), name: '月调度', documentId: null, ...days, supportsReport: false, paused: false }
  await saveScheme(office, { ...scheme, fromMonth: plainDate('2021-07-01'), toMonth: null, version: null })
  periodId = (await openPeriod(office, { schemeId: scheme.id, month: plainDate('2021-07-01') })).id
  await closePeriod(office, { id: periodId, version: 1 })
  await onPeriodClosed(ledger.place.ctx(), { name: 'ledger.period-closed', payload: { periodId } })
  const lines = [
    { ...line, key: 'rank', title: '省评位次目标', text: rank },
    { ...line, key: 'quality', title: '报告质量', text: '质量评价' },
  ]
  await saveRules(office, { from: 0, lines, reason: '督查室决定' })
})
after(() => ledger.place.drop())

const entry = (key: string, before: number, rank: number, seen: number | null = null) => ({
  key,
  before,
  rank,
  source: '某号通报',
  seen,
})
const lineOf = async (key: string) =>
  (await scoresView(office, periodId)).units
    .find(({ unit }) => unit.id === police)
    ?.lines.find((one) => one.key === key)

async function audited(action: string): Promise<number> {
  const { rows } = await office.city.pool.query('select 1 from audit_record where action = $1', [action])
  return rows.length
}

test('the rank of an indicator is stated once, with its goal; whoever saw an older one gets both back', async () => {
  const five = await Promise.all(
    [1, 2, 3, 4, 5].map(() => stateRanks(office, { periodId, entries: [entry('first', 9, 8)] })),
  )
  assert.equal(
    five.reduce((sum, { entered }) => sum + entered, 0),
    1,
  )
  const [first] = (await ranksView(office, periodId)).items
  assert.deepEqual([first?.stated?.before, first?.stated?.rank, first?.stated?.wanted], [9, 8, 8])
  assert.equal(first?.stated?.reached, true)
  await assert.rejects(stateRanks(office, { periodId, entries: [entry('first', 9, 7)] }), StaleVersion)
  await assert.rejects(stateRanks(office, { periodId, entries: [entry('nothing', 9, 7)] }), InputInvalid)
  const unit = await ledger.as('head', '市公安局')
  await assert.rejects(stateRanks(unit, { periodId, entries: [entry('first', 9, 1)] }), {
    code: 'access.action-not-allowed',
  })
  assert.equal(await audited('ledger.state-ranks'), 1)
})

test('a unit is judged by the indicators it leads in; one rank that nobody stated leaves the line pending', async () => {
  assert.deepEqual(
    [(await lineOf('rank'))?.points, (await lineOf('rank'))?.reasons.missing],
    [null, ['获得电力省评名次']],
  )
  await stateRanks(office, { periodId, entries: [entry('second', 8, 6)] })
  assert.deepEqual([(await lineOf('rank'))?.points, (await lineOf('rank'))?.reasons.missing], ['10', []])
  const { units } = await scoresView(office, periodId)
  assert.equal(units.find(({ unit }) => unit.id !== police)?.lines.find(({ key }) => key === 'rank')?.points, '0')
})

type Put = readonly [cell: string, value: string | number | { readonly formula: string }]

function put(...cells: readonly Put[]): (sheet: exceljs.Worksheet) => void {
  return (sheet) => {
    for (const [cell, value] of cells) sheet.getCell(cell).value = value as exceljs.CellValue
  }
}

/** The form as downloaded, changed by a person, as the file that comes back. */
async function sheet(change: (sheet: exceljs.Worksheet) => void) {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await rankTemplate(office, periodId)).body as never)
  const [first] = workbook.worksheets
  if (first) change(first)
  return { periodId, file: { name: '名次.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) } }
}

/** The places that are told of a form that is refused. */
async function refused(change: (sheet: exceljs.Worksheet) => void): Promise<readonly string[]> {
  const told: string[] = []
  const file = await sheet(change)
  await assert.rejects(uploadRanks(office, file), (error) => {
    assert.ok(error instanceof InputInvalid)
    for (const { message } of error.said.fields ?? []) assert.match(message, /[一-龥]/)
    told.push(...(error.said.fields ?? []).map(({ field }) => field))
    return true
  })
  return told
}

test('a form comes in whole or not at all; what was changed by hand is told by its cell', async () => {
  const cases = [
    // what was done               cell  what stands there then                  told at
    ['a changed id', 'E3', 'fourth', '第 3 行 E 列'],
    ['an id of another row', 'E3', 'second', '第 3 行 A 列'],
    ['a formula without a value', 'C3', { formula: 'B3-1' }, '第 3 行 C 列'],
    ['no rank', 'C3', '第一', '第 3 行 C 列'],
    ['no source', 'D3', '', '第 3 行 D 列'],
  ] as const
  for (const [what, cell, value, place] of cases) assert.deepEqual(await refused(put([cell, value])), [place], what)
  const many = await refused((one) => {
    for (let at = 0; at < 50_000; at++) one.addRow(['开办企业', 9, 1, '通报', 'first'])
  })
  assert.equal(many.length, 51)
  assert.equal(many.at(-1), '表末')
  await assert.rejects(uploadRanks(office, { periodId, file: { name: 'x.xlsx', bytes: Buffer.from('no') } }), {
    code: 'ledger.sheet-unreadable',
  })
  assert.equal((await ranksView(office, periodId)).items[0]?.stated?.rank, 8)

  const third = await sheet(put(['B5', 12], ['C5', 7], ['D5', '某号通报']))
  assert.deepEqual(await uploadRanks(office, third), { entered: 1 })
  assert.deepEqual(await uploadRanks(office, third), { entered: 0 })
})

test('after the issue nothing that was counted changes; a pending line is settled once, by a person, with a trace', async () => {
  await issueScores(office, periodId)
  const { lines: count } = await recompute(office.db, periodId)
  assert.equal(count, 4)
  await assert.rejects(stateRanks(office, { periodId, entries: [entry('first', 9, 1)] }), {
    code: 'ledger.scores-issued',
  })
  await assert.rejects(uploadRanks(office, await sheet(put(['C3', 1]))), {
    code: 'ledger.scores-issued',
  })
  await assert.rejects(stateFact(office, { periodId, bodyId: police, name: '质量评价', value: 9, source: '抽查' }), {
    code: 'ledger.scores-issued',
  })
  const unit = await ledger.as('head', '市公安局')
  const form = { periodId, bodyId: police, points: '8.5', talk: false, words: '抽查十份报告' }
  const objection = { id: unit.newId(), periodId, bodyId: police, key: 'quality', text: '不止' }
  await assert.rejects(objectTo(unit, objection), { code: 'ledger.line-pending' })
  await assert.rejects(settleLine(unit, { ...form, key: 'quality' }), { code: 'access.action-not-allowed' })
  await assert.rejects(settleLine(office, { ...form, key: 'rank' }), { code: 'ledger.line-not-pending' })
  await assert.rejects(settleLine(office, { ...form, key: 'quality', points: null }), InputInvalid)
  const five = await Promise.allSettled([1, 2, 3, 4, 5].map(() => settleLine(office, { ...form, key: 'quality' })))
  assert.equal(five.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of five) if (one.status === 'rejected') assert.ok(one.reason instanceof StaleVersion)
  assert.equal(await audited('ledger.settle-score'), 1)
  assert.deepEqual([(await lineOf('quality'))?.points, (await lineOf('quality'))?.corrected], ['8.5', true])
  assert.deepEqual((await recompute(office.db, periodId)).differences, [])

  // whoever settled it is its author: another decides
  await ledger.place.cities.moveTime('test', '2021-08-20T04:00:00.000Z')
  const later = await ledger.as('head', '市公安局')
  await assert.rejects(objectTo(later, { ...objection, key: 'rank' }), { code: 'ledger.objection-too-late' })
})

test('a settled line may be objected to for 30 days from then; who settled it does not decide', async () => {
  const settler = await ledger.as('supervision')
  const finance = await ledger.bodyId('市财政局')
  await settleLine(settler, { periodId, bodyId: finance, key: 'quality', points: '3', talk: false, words: '抽查' })
  const unit = await ledger.as('head', '市财政局')
  const objection = { id: unit.newId(), periodId, bodyId: finance, key: 'quality', text: '抽查有误' }
  // 19 September is a Sunday and the two days after it are holidays
  assert.deepEqual(await objectTo(unit, objection), { due: '2021-09-22' })
  const [shown] = (await scoresView(unit, periodId)).objections
  assert.deepEqual(
    [shown?.clock.lastDay, shown?.clock.left, shown?.clock.days.length, shown?.clock.days[0]?.why],
    ['2021-09-22', 33, 34, '始日'],
  )
  const answer = { id: objection.id, version: 1, upheld: true, points: '5', answer: '查实' }
  await assert.rejects(decideObjection(settler, answer), { code: 'ledger.author-cannot-decide' })
  await decideObjection(await ledger.as('supervision'), answer)
  assert.deepEqual((await recompute(settler.db, periodId)).differences, [])
})
