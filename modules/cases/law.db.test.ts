import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, type PlainDate, plainDate } from '@guangyue/kernel/calendar'
import { type CaseEvent, stateOf } from '@guangyue/kernel/process'
import { type Ctx, newId } from '@guangyue/platform/db'
import { DomainError } from '@guangyue/platform/errors'
import { FileKindRefused } from '@guangyue/platform/files'
import { InputInvalid } from '@guangyue/platform/http'
import { sql } from 'kysely'
import { getVersion } from '../catalogue/index.ts'
import { nationalCalendar } from '../organisations/index.ts'
import { actOnCase, type PersonsAct } from './act.ts'
import { caseView } from './case-view.ts'
import { saveDraft } from './drafts.ts'
import { dueCases } from './due.ts'
import { CaseUnknown, DraftUnknown, MaterialsClosed } from './errors.ts'
import { addMaterial, readMaterial, removeMaterial } from './materials.ts'
import { projected } from './model.ts'
import { findCase, listEvents, listParts } from './store.ts'
import { approvals, firm, foodAnswers, market, type TestCases, testCases } from './test-cases.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('cases and the law', () => {
  let town: TestCases
  let citizen: Ctx
  let officer: Ctx
  let head: Ctx
  let inspector: Ctx

  before(async () => {
    town = await testCases()
    citizen = await town.as('citizen')
    officer = await town.as('officer', approvals)
    head = await town.as('head', approvals)
    inspector = await town.as('officer', market)
  })
  after(() => town.place.drop())

  const system = () => town.place.ctx()
  const versionOf = async (id: string) => (await findCase(system().db, id))?.version ?? 0
  const act = async (ctx: Ctx, id: string, one: PersonsAct) =>
    actOnCase(ctx, { id, version: await versionOf(id), act: one })
  const overdue = async (id: string) => {
    const { rows } = await sql<{ payload: { lastDay: string } }>`select payload from outbox_event
      where name = 'cases.overdue' and payload ->> 'caseId' = ${id} order by payload ->> 'lastDay'`.execute(system().db)
    return rows.map(({ payload }) => payload.lastDay)
  }

  test('five working days in silence: accepted from the day of receipt, once, and the applicant is told', async () => {
    await town.moveTo('2021-07-06')
    const { id } = await town.apply(citizen)
    await town.moveTo('2021-07-13')
    await dueCases(system())
    assert.equal((await caseView(citizen, id)).phase, 'submitted')
    await town.moveTo('2021-07-14')
    await dueCases(system())
    await dueCases(system())
    const view = await caseView(citizen, id)
    assert.deepEqual(
      view.events.map(({ title, who }) => [title, who]),
      [
        ['提交申请', '申请人'],
        ['视为受理', '依法自动'],
        ['进入“审查”', '依法自动'],
      ],
    )
    assert.equal(view.clocks.find(({ kind }) => kind === 'statutory')?.lastDay, '2021-08-03')
    await assert.rejects(act(officer, id, { type: 'ask-supplement', missing: ['平面图'] }), DomainError)
  })

  test('a supplement stops the days of the authority; what comes in begins them anew', async () => {
    await town.moveTo('2021-07-06')
    const { id } = await town.apply(citizen)
    const missing = ['平面布局图：请标明面积', '管理制度：请签名']
    await act(officer, id, { type: 'ask-supplement', missing })
    await town.moveTo('2021-08-20')
    await dueCases(system())
    assert.equal((await caseView(citizen, id)).phase, 'supplementing')
    const add = (material: string) => addMaterial(citizen, { id, material, file: { name: '图.png', bytes: png } })
    await assert.rejects(act(citizen, id, { type: 'supplement', materials: missing }), InputInvalid)
    await assert.rejects(add('没有要的'), InputInvalid)
    await add(missing[0] ?? '')
    await act(citizen, id, { type: 'supplement', materials: missing.slice(0, 1) })
    // only what was asked and not handed in can be asked again
    await assert.rejects(act(officer, id, { type: 'ask-supplement', missing: ['另一样'] }), DomainError)
    await act(officer, id, { type: 'ask-supplement', missing: missing.slice(1) })
    await add(missing[1] ?? '')
    await act(citizen, id, { type: 'supplement', materials: missing.slice(1) })
    const view = await caseView(citizen, id)
    assert.deepEqual(view.next, { what: '受理，或者一次告知要补的材料', who: '市行政审批局', until: '2021-08-27' })
    await act(officer, id, { type: 'accept' })
  })

  test('a late case is announced once of each last day, and is red in the queue', async () => {
    await town.moveTo('2021-07-06')
    const { id } = await town.apply(citizen)
    await act(officer, id, { type: 'accept' })
    await town.moveTo('2021-08-04')
    await dueCases(system())
    await dueCases(system())
    assert.deepEqual(await overdue(id), ['2021-08-03'])
    assert.equal((await caseView(officer, id)).light, 'overdue')
    const late = (await caseView(citizen, id)).clocks.find(({ kind }) => kind === 'statutory')
    assert.deepEqual(late?.days.at(-1), { date: '2021-08-04', kind: 'over', number: 1 })
  })

  test('suspended on a listed ground with notice, extended by the head: the last day moves and says why', async () => {
    await town.moveTo('2021-07-06')
    const { id } = await town.apply(citizen)
    await act(officer, id, { type: 'accept' })
    await town.moveTo('2021-07-08')
    await assert.rejects(act(officer, id, { type: 'suspend', ground: 'holiday', noticedOn: null }), DomainError)
    await act(officer, id, { type: 'suspend', ground: 'testing', noticedOn: null })
    const held = await caseView(citizen, id)
    assert.deepEqual([held.light, held.lastDay], ['suspended', null])
    await town.moveTo('2021-07-15')
    await act(officer, id, { type: 'resume' })
    assert.equal((await caseView(citizen, id)).lastDay, '2021-08-10')
    const by = { n: 5, unit: 'working-day' } as const
    await assert.rejects(act(officer, id, { type: 'extend', by, reasons: '现场复杂', noticedOn: null }), DomainError)
    await act(head, id, { type: 'extend', by, reasons: '现场复杂', noticedOn: null })
    const view = await caseView(citizen, id)
    assert.equal(view.lastDay, '2021-08-17')
    const days = view.clocks.find(({ kind }) => kind === 'statutory')?.days ?? []
    assert.deepEqual(
      days.filter(({ kind }) => kind === 'suspended').map(({ why }) => why),
      Array(7).fill('检验检测'),
    )
    const { rows } = await sql<{ template: string }>`select template from inbox_message
      where href = ${`/cases/${id}`} order by number`.execute(system().db)
    assert.deepEqual(
      rows.map(({ template }) => template),
      ['case-submitted', 'case-accepted', 'case-suspended', 'case-resumed', 'case-extended'],
    )
  })

  test('files are told by their bytes, and opened by who has a right on the case', async () => {
    await town.moveTo('2021-07-06')
    const other = await town.as('citizen')
    const id = newId()
    const draft = { id, version: 0, itemCode: 'food-business', party: firm, answers: foodAnswers() }
    const add = (ctx: Ctx, bytes: Buffer) =>
      addMaterial(ctx, { id, material: 'layout', file: { name: '图.png', bytes } })
    await assert.rejects(add(citizen, png), DraftUnknown)
    await saveDraft(citizen, draft)
    await assert.rejects(add(citizen, Buffer.from('MZ\0x')), FileKindRefused)
    await assert.rejects(add(other, png), DraftUnknown)
    const first = await add(citizen, png)
    await removeMaterial(citizen, { id, fileId: first.id })
    const kept = await add(citizen, png)
    await town.apply(citizen, id)
    await assert.rejects(add(citizen, png), MaterialsClosed)
    await assert.rejects(removeMaterial(citizen, { id, fileId: kept.id }), MaterialsClosed)
    for (const ctx of [citizen, officer]) {
      assert.deepEqual((await readMaterial(ctx, { id, fileId: kept.id })).body, png)
    }
    for (const ctx of [other, inspector]) await assert.rejects(readMaterial(ctx, { id, fileId: kept.id }), CaseUnknown)
    // a file of another case is not reached through the own one
    const mine = await town.apply(other)
    await assert.rejects(readMaterial(other, { id: mine.id, fileId: kept.id }), CaseUnknown)
  })

  test('whatever is tried, in whatever order, by whomever: the columns are what the events make of them', async () => {
    const calendar = await nationalCalendar()
    const people = [citizen, officer, head, inspector]
    let taken = 0
    for (let seed = 1; seed <= 10; seed += 1) {
      const pick = picker(seed)
      let day: PlainDate = plainDate('2021-09-06')
      await town.moveTo(day)
      const { id } = await town.apply(citizen)
      for (let turn = 0; turn < 30; turn += 1) {
        if (pick(3) === 0) {
          day = addDays(day, 1 + pick(6))
          await town.moveTo(day)
          await dueCases(system())
        }
        const state = stateOf(await eventsOf(id))
        const tried = triedAct(pick, state.lacking)
        if (tried.type === 'supplement') {
          for (const material of tried.materials) {
            await addMaterial(citizen, { id, material, file: { name: '图.png', bytes: png } }).catch(onlyRefused)
          }
        }
        const first = pick(people.length)
        for (const who of [...people.slice(first), ...people.slice(0, first)]) {
          const done = await act(who, id, tried).then(() => 1, onlyRefused)
          taken += done
          if (done === 1) break
        }
      }
      const events = await eventsOf(id)
      const file = await findCase(system().db, id)
      const { item } = await getVersion(system().db, file?.itemVersionId ?? '')
      const asOf = events.at(-1)?.on ?? day
      const { parts, ...columns } = projected(item.procedure, events, { asOf, calendar })
      const stored = Object.fromEntries(Object.keys(columns).map((key) => [key, Reflect.get(file ?? {}, key)]))
      assert.deepEqual(stored, columns, `seed ${seed}`)
      const byUnit = (a: { unit: string }, b: { unit: string }) => (a.unit < b.unit ? -1 : 1)
      assert.deepEqual((await listParts(system().db, id)).toSorted(byUnit), parts.toSorted(byUnit), `seed ${seed}`)
      assert.ok(events.filter(({ type }) => type === 'decided').length <= 1)
    }
    assert.ok(taken > 40, `${taken} acts were taken`)
  })

  async function eventsOf(id: string): Promise<readonly CaseEvent[]> {
    return (await listEvents(system().db, id)).map(({ event }) => event)
  }
})

function onlyRefused(error: unknown): number {
  if (error instanceof DomainError) return 0
  throw error
}

/** Numbers below n, the same for the same seed. */
function picker(seed: number): (n: number) => number {
  let state = seed * 2654435761
  return (n) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * n)
  }
}

function triedAct(pick: (n: number) => number, lacking: readonly string[]): PersonsAct {
  const step = (name: string, outcome: string) => ({ type: 'do-step', step: name, outcome, words: '理由' }) as const
  const acts: readonly PersonsAct[] = [
    { type: 'accept' },
    { type: 'accept' },
    { type: 'ask-supplement', missing: [`材料${pick(2)}`] },
    { type: 'supplement', materials: lacking },
    { type: 'supplement', materials: lacking },
    { type: 'suspend', ground: 'testing', noticedOn: null },
    { type: 'resume' },
    { type: 'extend', by: { n: 1 + pick(10), unit: 'working-day' }, reasons: '复杂', noticedOn: null },
    step('papers', 'pass'),
    step('papers', 'pass'),
    step('site', pick(2) === 0 ? 'pass' : 'fail'),
    step('site', 'pass'),
    step('decide', 'grant'),
    step('decide', pick(2) === 0 ? 'refuse' : 'again'),
    { type: 'transfer', step: 'site', to: approvals, reasons: '机构调整' },
    { type: 'deliver', how: '邮寄' },
    { type: 'correct', words: '名称改正', reasons: '笔误' },
    ...(pick(9) === 0
      ? [{ type: 'withdraw', reasons: '' } as const, { type: 'terminate', reasons: '终止' } as const]
      : []),
  ]
  return acts[pick(acts.length)] ?? { type: 'accept' }
}
