import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendarFrom, type PlainDate, plainDate } from '../calendar/index.ts'
import { readDayClock } from '../legal-clock/index.ts'
import {
  type Act,
  type CaseEvent,
  clocksOf,
  dueAct,
  type Person,
  type Procedure,
  procedureFaults,
  stateOf,
  takeAct,
} from './index.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))

const units = ['甲局', '乙局', '丙局']
const unit = fc.constantFrom(...units)
const term = fc.record({
  n: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('working-day', 'calendar-day'),
} as const)
const condition = fc.constantFrom(null, null, '真', '假', '缺')
const outcomes = ['pass', 'back', 'decide']

const procedure: fc.Arbitrary<Procedure> = fc
  .record({
    stages: fc.array(
      fc.record({
        when: condition,
        steps: fc.array(fc.record({ unit, when: condition, term: fc.option(term) }), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    last: unit,
    accepts: unit,
    checks: fc.array(unit, { maxLength: 2 }),
    statutory: term,
    tacit: fc.boolean(),
    extends: fc.boolean(),
  })
  .map(({ stages, last, accepts, checks, statutory, tacit, extends: extendable }) => ({
    key: 'p',
    terms: { statutory, promised: null, basis: '法' },
    acceptance: {
      unit: accepts,
      within: { n: 5, unit: 'working-day' },
      checks: checks.map((one, at) => ({ key: `check-${at}`, name: one, unit: one })),
      basis: '法',
    },
    stages: [
      ...stages.map(({ when, steps }, at) => ({
        key: `stage-${at}`,
        name: `阶段${at}`,
        when,
        steps: steps.map((step, nth) => ({
          ...step,
          key: `step-${at}-${nth}`,
          name: '步骤',
          post: 'officer' as const,
          outcomes: [
            { key: 'pass', name: '同意', reasons: false, leads: 'pass' as const },
            ...(at > 0 ? [{ key: 'back', name: '退回', reasons: false, leads: 'back' as const, to: 'stage-0' }] : []),
            { key: 'decide', name: '不予', reasons: false, leads: 'decide' as const, outcome: 'refused' as const },
          ],
        })),
      })),
      {
        key: 'end',
        name: '决定',
        when: null,
        steps: [
          {
            ...{ key: 'sign', name: '签发', unit: last, post: 'officer' as const, term: null, when: null },
            outcomes: [
              { key: 'decide', name: '准予', reasons: false, leads: 'decide' as const, outcome: 'granted' as const },
            ],
          },
        ],
      },
    ],
    grounds: [{ key: 'expert', name: '专家评审', basis: '法' }],
    extension: extendable ? { times: 1, most: { n: 10, unit: statutory.unit }, basis: '法' } : null,
    tacit: tacit ? { outcome: 'granted', basis: '法' } : null,
  }))

const person: fc.Arbitrary<Person> = fc.oneof(
  fc.constant<Person>({ kind: 'applicant' }),
  fc.constant<Person>({ kind: 'program' }),
  fc.record({ unit, post: fc.constantFrom('officer', 'head') } as const).map((of): Person => ({ kind: 'unit', ...of })),
)
const materials = fc.array(fc.constantFrom('申请表', '图纸', '证明'), { maxLength: 2 })
const step = fc.oneof(
  fc.constant('sign'),
  fc.tuple(fc.nat(2), fc.nat(2)).map(([stage, nth]) => `step-${stage}-${nth}`),
)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ type: 'submit' }),
  fc.record({
    type: fc.constant('check' as const),
    check: fc.constantFrom('check-0', 'check-1', 'other'),
    missing: materials,
  }),
  fc.record({ type: fc.constant('ask-supplement' as const), missing: materials }),
  fc.record({ type: fc.constant('supplement' as const), materials }),
  fc.constant<Act>({ type: 'accept' }),
  fc.constant<Act>({ type: 'not-accept', reasons: '不属本机关', remedy: '可以复议' }),
  fc.record({
    type: fc.constant('do-step' as const),
    step,
    outcome: fc.constantFrom(...outcomes),
    words: fc.constant(''),
  }),
  fc.record({ type: fc.constant('transfer' as const), step, to: unit, reasons: fc.constant('职责') }),
  fc.record({
    type: fc.constant('suspend' as const),
    ground: fc.constantFrom('expert', 'other'),
    noticedOn: fc.constant(plainDate('2021-01-01')),
  }),
  fc.constant<Act>({ type: 'resume' }),
  fc.record({
    type: fc.constant('extend' as const),
    by: term,
    reasons: fc.constant('复杂'),
    noticedOn: fc.constant(plainDate('2021-01-01')),
  }),
  ...(['deem-accepted', 'decide-tacitly', 'archive'] as const).map((type) => fc.constant<Act>({ type })),
  ...(['withdraw', 'terminate'] as const).map((type) => fc.constant<Act>({ type, reasons: '不再需要' })),
  fc.constant<Act>({ type: 'deliver', how: '邮寄' }),
  fc.constant<Act>({ type: 'correct', words: '笔误', reasons: '笔误' }),
  fc.constant<Act>({ type: 'rate', grade: 1, words: '' }),
)

/** Acts of which most fit where the case stands, so that histories become long. */
const history = fc.record({
  procedure,
  tries: fc.array(fc.record({ act, person, wait: fc.integer({ min: 0, max: 6 }), apt: fc.nat(99) }), {
    minLength: 5,
    maxLength: 60,
  }),
})

const holds = (when: string) => (when === '缺' ? null : when === '真')

function play({
  procedure,
  tries,
}: {
  procedure: Procedure
  tries: readonly { act: Act; person: Person; wait: number; apt: number }[]
}) {
  const events: CaseEvent[] = []
  let on = plainDate('2021-08-02')
  for (const { act, person, wait, apt } of tries) {
    on = addDays(on, wait)
    const [chosen, by] = apt < 70 ? aptAct(procedure, events, { on, apt, otherwise: [act, person] }) : [act, person]
    const taken = takeAct(procedure, events, chosen, { on, by, calendar, holds })
    if (!taken.ok) assert.match(taken.message, /\p{Script=Han}/u)
    else events.push(...taken.events)
  }
  return { events, on }
}

function aptAct(
  procedure: Procedure,
  events: readonly CaseEvent[],
  { on, apt, otherwise }: { on: PlainDate; apt: number; otherwise: readonly [Act, Person] },
): readonly [Act, Person] {
  const state = stateOf(events)
  const accepts: Person = { kind: 'unit', unit: procedure.acceptance.unit, post: 'officer' }
  if (state.phase === 'new') return [{ type: 'submit' }, { kind: 'applicant' }]
  if (state.phase === 'submitted') {
    const due = dueAct(procedure, events, { today: on, calendar })
    if (due) return [due, { kind: 'program' }]
    const open = procedure.acceptance.checks.find(({ key }) => !(key in state.checks))
    if (open)
      return [
        { type: 'check', check: open.key, missing: apt < 20 ? ['图纸'] : [] },
        { ...accepts, unit: open.unit },
      ]
    if (state.lacking.length > 0 || Object.values(state.checks).some(({ length }) => length > 0)) {
      return [{ type: 'ask-supplement', missing: [...state.lacking] }, accepts]
    }
    return [{ type: 'accept' }, accepts]
  }
  if (state.phase === 'supplementing') return [{ type: 'supplement', materials: state.lacking }, { kind: 'applicant' }]
  const [open] = state.open
  const found = procedure.stages.flatMap(({ steps }) => steps).find(({ key }) => key === open?.key)
  if (open && found) {
    const by: Person = { kind: 'unit', unit: open.unit ?? found.unit, post: found.post }
    return [
      { type: 'do-step', step: open.key, outcome: outcomes[apt % found.outcomes.length] ?? 'pass', words: '' },
      by,
    ]
  }
  return otherwise
}

test('random procedures and random acts: never a state outside the definition, never two decisions, nothing after the end', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(history, ({ procedure, tries }) => {
      assert.deepEqual(procedureFaults(procedure), [])
      const { events } = play({ procedure, tries })
      const count = (type: CaseEvent['type']) => events.filter((event) => event.type === type).length
      assert.ok(count('decided') <= 1 && count('accepted') <= 1 && count('submitted') <= 1 && count('delivered') <= 1)
      assert.ok(events.every(({ on }, at) => at === 0 || on >= (events[at - 1]?.on ?? on)))
      for (let length = 0; length <= events.length; length += 1) {
        const state = stateOf(events.slice(0, length))
        reached.add(state.phase)
        const stage = procedure.stages.find(({ key }) => key === state.stage)
        const entering = events[length - 1]?.type === 'accepted'
        const leaving = events[length]?.type === 'stage-entered' || events[length]?.type === 'decided'
        assert.equal(state.stage === null || stage !== undefined, true)
        assert.ok(state.open.every(({ key }) => stage?.steps.some((one) => one.key === key)))
        if (state.phase === 'reviewing' && !entering && !leaving) assert.ok(state.open.length > 0, 'somebody has it')
        if (state.phase !== 'reviewing') assert.deepEqual([state.open, state.suspended], [[], null])
        if (state.phase === 'decided') assert.ok(state.decision)
        else assert.equal(state.decision, null)
        assert.ok(state.lacking.every((one) => state.asked.includes(one)))
      }
    }),
    { numRuns: 400 },
  )
  assert.deepEqual([...reached].sort(), ['decided', 'ended', 'new', 'reviewing', 'submitted', 'supplementing'])
})

test('every clock of a random case recounts: its explanation ends on its last day and counts the whole term', () => {
  let read = 0
  fc.assert(
    fc.property(history, ({ procedure, tries }) => {
      const { events, on } = play({ procedure, tries })
      for (const { clock } of clocksOf(procedure, events)) {
        const found = readDayClock(clock, on, calendar)
        assert.ok(found.ok, JSON.stringify(clock))
        const { explanation, lastDay, termEnd, total, light } = found
        if (lastDay !== null) assert.equal(explanation.at(-1)?.day, lastDay)
        const counted = explanation.filter((one) => one.counted && (termEnd === null || one.day <= termEnd)).length
        if (lastDay !== null && light !== 'stopped') assert.equal(counted, total)
        read += 1
      }
    }),
    { numRuns: 150 },
  )
  assert.ok(read > 100)
})

test('what falls due by itself is never refused to the program, and never due twice', () => {
  fc.assert(
    fc.property(history, ({ procedure, tries }) => {
      const { events, on } = play({ procedure, tries })
      const today = addDays(on, 120)
      const due = dueAct(procedure, events, { today, calendar })
      if (!due) return
      const taken = takeAct(procedure, events, due, { on: today, by: { kind: 'program' }, calendar, holds: () => true })
      assert.ok(taken.ok)
      assert.notDeepEqual(dueAct(procedure, [...events, ...taken.events], { today, calendar }), due)
    }),
    { numRuns: 200 },
  )
})
