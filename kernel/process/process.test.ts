import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { calendarFrom, plainDate } from '../calendar/index.ts'
import { readDayClock } from '../legal-clock/index.ts'
import { type Act, type CaseEvent, clocksOf, dueAct, type Person, type Procedure, stateOf, takeAct } from './index.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))

const pass = { key: 'yes', name: '同意', reasons: false, leads: 'pass' } as const
const back = { key: 'again', name: '退回', reasons: true, leads: 'back', to: 'review' } as const
const permit: Procedure = {
  key: 'permit',
  terms: {
    statutory: { n: 20, unit: 'working-day' },
    promised: { n: 7, unit: 'working-day' },
    basis: '行政许可法 第四十二条',
  },
  acceptance: {
    unit: '审批局',
    within: { n: 5, unit: 'working-day' },
    checks: [
      { key: 'fire', name: '消防核对', unit: '住建局' },
      { key: 'site', name: '用地核对', unit: '规划局' },
    ],
    basis: '行政许可法 第三十二条',
  },
  stages: [
    {
      key: 'review',
      name: '审查',
      when: null,
      steps: [
        {
          key: 'fire-review',
          name: '消防审查',
          unit: '住建局',
          post: 'officer',
          term: { n: 3, unit: 'working-day' },
          when: null,
          outcomes: [pass],
        },
        {
          key: 'site-review',
          name: '现场勘查',
          unit: '规划局',
          post: 'officer',
          term: null,
          when: '面积 > 500',
          outcomes: [pass],
        },
      ],
    },
    {
      key: 'expert',
      name: '专家评审',
      when: '面积 > 10000',
      steps: [
        {
          key: 'expert-review',
          name: '评审',
          unit: '审批局',
          post: 'officer',
          term: null,
          when: null,
          outcomes: [pass],
        },
      ],
    },
    {
      key: 'decision',
      name: '决定',
      when: null,
      steps: [
        {
          key: 'decide',
          name: '签发',
          unit: '审批局',
          post: 'head',
          term: null,
          when: null,
          outcomes: [
            { key: 'grant', name: '准予', reasons: false, leads: 'decide', outcome: 'granted' },
            { key: 'refuse', name: '不予', reasons: true, leads: 'decide', outcome: 'refused' },
            back,
          ],
        },
      ],
    },
  ],
  grounds: [{ key: 'expert', name: '专家评审', basis: '行政许可法 第四十五条' }],
  extension: { times: 1, most: { n: 10, unit: 'working-day' }, basis: '行政许可法 第四十二条' },
  tacit: null,
}

const applicant: Person = { kind: 'applicant' }
const program: Person = { kind: 'program' }
const of = (unit: string, post: 'clerk' | 'officer' | 'head' = 'officer'): Person => ({ kind: 'unit', unit, post })

type Said = readonly [day: string, by: Person, act: Act]

/** The events after these acts, or the code of the first refusal. */
function run(said: readonly Said[], { procedure = permit, area = 800 as number | null } = {}) {
  const events: CaseEvent[] = []
  for (const [on, by, act] of said) {
    const holds = (when: string) => (area === null ? null : area > Number(/\d+/.exec(when)?.[0]))
    const taken = takeAct(procedure, events, act, { on: plainDate(on), by, calendar, holds })
    if (!taken.ok) return { events, code: taken.code }
    events.push(...taken.events)
  }
  return { events, code: null }
}
const codeOf = (said: readonly Said[], options?: Parameters<typeof run>[1]) => run(said, options).code
const lastDay = (events: readonly CaseEvent[], kind: string, asOf: string) => {
  const clock = clocksOf(permit, events).find((one) => one.kind === kind)?.clock
  const read = clock && readDayClock(clock, plainDate(asOf), calendar)
  return read?.ok ? read.lastDay : undefined
}

const submitted: Said = ['2021-09-22', applicant, { type: 'submit' }]
const checked: readonly Said[] = [
  submitted,
  ['2021-09-23', of('住建局'), { type: 'check', check: 'fire', missing: [] }],
  ['2021-09-23', of('规划局'), { type: 'check', check: 'site', missing: [] }],
]
const accepted: readonly Said[] = [...checked, ['2021-09-24', of('审批局', 'clerk'), { type: 'accept' }]]
const step = (key: string, outcome = 'yes', words = ''): Act => ({ type: 'do-step', step: key, outcome, words })
const reviewed: readonly Said[] = [
  ...accepted,
  ['2021-09-26', of('住建局'), step('fire-review')],
  ['2021-09-27', of('规划局'), step('site-review')],
]
const head = of('审批局', 'head')

test('from submission to archive: parallel steps, a stage that does not concern the case is passed over', () => {
  const { events, code } = run([
    ...reviewed,
    ['2021-09-28', head, step('decide', 'grant')],
    ['2021-09-28', of('审批局', 'clerk'), { type: 'deliver', how: '窗口领取' }],
    ['2021-09-29', applicant, { type: 'rate', grade: 5, words: '' }],
    ['2021-10-08', program, { type: 'archive' }],
  ])
  assert.equal(code, null)
  assert.deepEqual(
    events.map(({ type }) => type),
    [
      'submitted',
      'checked',
      'checked',
      'accepted',
      'stage-entered',
      'step-done',
      'step-done',
      'stage-entered',
      'step-done',
      'decided',
      'delivered',
      'rated',
      'archived',
    ],
  )
  const { phase, decision, open, grade } = stateOf(events)
  assert.deepEqual([phase, decision?.outcome, open, grade], ['decided', 'granted', [], 5])
})

test('clocks: statutory and promised from acceptance over the holidays, the step from its opening', () => {
  const { events } = run(accepted)
  assert.equal(lastDay(events, 'statutory', '2021-09-24'), '2021-10-27')
  assert.equal(lastDay(events, 'promised', '2021-09-24'), '2021-10-09')
  assert.equal(lastDay(events, 'step', '2021-09-24'), '2021-09-28')
})

test('clocks: a suspension moves the last day by the days that did not count, an extension adds to it', () => {
  const said: readonly Said[] = [
    ...accepted,
    ['2021-09-27', of('审批局'), { type: 'suspend', ground: 'expert', noticedOn: plainDate('2021-09-27') }],
    ['2021-10-11', of('审批局'), { type: 'resume' }],
  ]
  assert.equal(lastDay(run(said.slice(0, -1)).events, 'statutory', '2021-10-08'), null)
  assert.equal(lastDay(run(said).events, 'statutory', '2021-10-11'), '2021-11-04')
  const extend: Act = {
    type: 'extend',
    by: { n: 10, unit: 'working-day' },
    reasons: '案情复杂',
    noticedOn: plainDate('2021-10-12'),
  }
  assert.equal(lastDay(run([...said, ['2021-10-12', head, extend]]).events, 'statutory', '2021-10-12'), '2021-11-18')
})

test('one merged notice: what all departments miss goes out together, and nothing new can be asked a second time', () => {
  const asked: readonly Said[] = [
    submitted,
    ['2021-09-23', of('住建局'), { type: 'check', check: 'fire', missing: ['消防图'] }],
    ['2021-09-23', of('规划局'), { type: 'check', check: 'site', missing: ['用地证', '消防图'] }],
    ['2021-09-24', of('审批局'), { type: 'ask-supplement', missing: ['申请表'] }],
  ]
  assert.deepEqual(stateOf(run(asked).events).lacking, ['申请表', '消防图', '用地证'])
  const handed: readonly Said[] = [
    ...asked,
    ['2021-10-08', applicant, { type: 'supplement', materials: ['申请表', '消防图'] }],
  ]
  const again = (...missing: string[]): readonly Said[] => [
    ...handed,
    ['2021-10-09', of('住建局'), { type: 'check', check: 'fire', missing: [] }],
    ['2021-10-09', of('规划局'), { type: 'check', check: 'site', missing }],
  ]
  assert.equal(
    codeOf([...again('用地证', '勘测报告'), ['2021-10-09', of('审批局'), { type: 'ask-supplement', missing: [] }]]),
    'asked-once',
  )
  assert.equal(
    codeOf([...again('用地证'), ['2021-10-09', of('审批局'), { type: 'ask-supplement', missing: [] }]]),
    null,
  )
  assert.equal(codeOf([...again(), ['2021-10-09', of('审批局'), { type: 'accept' }]]), 'materials-missing')
})

test('silence: after five working days it is accepted since the day of receipt, and a notice comes too late', () => {
  const { events } = run(checked)
  const due = (today: string) => dueAct(permit, events, { today: plainDate(today), calendar })?.type
  assert.deepEqual([due('2021-09-28'), due('2021-09-29')], [undefined, 'deem-accepted'])
  assert.equal(
    codeOf([...checked, ['2021-09-29', of('审批局'), { type: 'ask-supplement', missing: ['申请表'] }]]),
    'deemed',
  )
  const deemed: readonly Said[] = [...checked, ['2021-09-29', program, { type: 'deem-accepted' }]]
  const state = stateOf(run(deemed).events)
  assert.deepEqual([state.phase, state.acceptedOn], ['reviewing', '2021-09-22'])
  assert.equal(lastDay(run(deemed).events, 'statutory', '2021-09-29'), '2021-10-25')
})

test('silence decides only where a law says so', () => {
  const { events } = run(reviewed)
  const today = plainDate('2021-12-01')
  assert.equal(dueAct(permit, events, { today, calendar }), undefined)
  const tacit = { ...permit, tacit: { outcome: 'granted', basis: '某法 第一条' } } as const
  assert.equal(dueAct(tacit, events, { today, calendar })?.type, 'decide-tacitly')
  const decided = run([...reviewed, ['2021-12-01', program, { type: 'decide-tacitly' }]], { procedure: tacit })
  assert.deepEqual(stateOf(decided.events).decision, { outcome: 'granted', on: '2021-12-01', tacit: true })
})

const suspend = (ground: string, noticedOn: string | null): Act => ({
  type: 'suspend',
  ground,
  noticedOn: noticedOn === null ? null : plainDate(noticedOn),
})
const extend = (n: number, noticedOn: string | null = '2021-09-27'): Act => ({
  type: 'extend',
  by: { n, unit: 'working-day' },
  reasons: '复杂',
  noticedOn: noticedOn === null ? null : plainDate(noticedOn),
})
const refusals: readonly (readonly [string, readonly Said[], string])[] = [
  // what is tried                                acts                                                              code
  ['submitted twice', [submitted, submitted], 'wrong-phase'],
  [
    'before the last event',
    [...accepted, ['2021-09-23', applicant, { type: 'withdraw', reasons: '' }]],
    'before-last-event',
  ],
  [
    'accepted before all departments answered',
    [submitted, ['2021-09-23', of('审批局'), { type: 'accept' }]],
    'checks-open',
  ],
  [
    'a check of another department',
    [submitted, ['2021-09-23', of('规划局'), { type: 'check', check: 'fire', missing: [] }]],
    'not-theirs',
  ],
  [
    'a check answered twice',
    [...checked, ['2021-09-23', of('住建局'), { type: 'check', check: 'fire', missing: ['x'] }]],
    'check-answered',
  ],
  [
    'not accepted without a remedy',
    [...checked, ['2021-09-23', of('审批局'), { type: 'not-accept', reasons: '不属本机关', remedy: ' ' }]],
    'words-needed',
  ],
  ['deemed accepted too early', [...checked, ['2021-09-28', program, { type: 'deem-accepted' }]], 'not-late'],
  [
    'a step by a department that has none',
    [...accepted, ['2021-09-26', of('税务局'), step('fire-review')]],
    'not-theirs',
  ],
  ['a step by the wrong post', [...reviewed, ['2021-09-28', of('审批局'), step('decide', 'grant')]], 'not-theirs'],
  ['a step that is not open', [...accepted, ['2021-09-26', head, step('decide', 'grant')]], 'step-not-open'],
  [
    'a step twice',
    [...accepted, ['2021-09-26', of('住建局'), step('fire-review')], ['2021-09-26', of('住建局'), step('fire-review')]],
    'step-not-open',
  ],
  [
    'an outcome that the step has not',
    [...accepted, ['2021-09-26', of('住建局'), step('fire-review', 'grant')]],
    'outcome-unknown',
  ],
  ['refused without reasons', [...reviewed, ['2021-09-28', head, step('decide', 'refuse')]], 'words-needed'],
  [
    'decided twice',
    [...reviewed, ['2021-09-28', head, step('decide', 'grant')], ['2021-09-28', head, step('decide', 'grant')]],
    'step-not-open',
  ],
  [
    'a ground that no law lists',
    [...accepted, ['2021-09-26', of('审批局'), suspend('busy', '2021-09-26')]],
    'ground-unknown',
  ],
  ['suspended without notice', [...accepted, ['2021-09-26', of('审批局'), suspend('expert', null)]], 'not-noticed'],
  [
    'suspended on a notice of tomorrow',
    [...accepted, ['2021-09-26', of('审批局'), suspend('expert', '2021-09-27')]],
    'not-noticed',
  ],
  [
    'decided while suspended',
    [
      ...reviewed,
      ['2021-09-27', of('审批局'), suspend('expert', '2021-09-27')],
      ['2021-09-28', head, step('decide', 'grant')],
    ],
    'suspended',
  ],
  ['resumed without suspension', [...accepted, ['2021-09-26', of('审批局'), { type: 'resume' }]], 'not-suspended'],
  ['extended too far', [...accepted, ['2021-09-27', head, extend(11)]], 'extension-too-long'],
  ['extended by nothing', [...accepted, ['2021-09-27', head, extend(0)]], 'extension-too-long'],
  [
    'extended twice',
    [...accepted, ['2021-09-27', head, extend(5)], ['2021-09-27', head, extend(5)]],
    'extended-already',
  ],
  ['extended by an officer', [...accepted, ['2021-09-27', of('审批局'), extend(5)]], 'not-theirs'],
  ['extended after the last day', [...accepted, ['2021-10-28', head, extend(5)]], 'too-late'],
  ['withdrawn by the authority', [...accepted, ['2021-09-27', head, { type: 'withdraw', reasons: '' }]], 'not-theirs'],
  [
    'withdrawn after the decision',
    [
      ...reviewed,
      ['2021-09-28', head, step('decide', 'grant')],
      ['2021-09-28', applicant, { type: 'withdraw', reasons: '' }],
    ],
    'wrong-phase',
  ],
  [
    'transferred to itself',
    [
      ...accepted,
      ['2021-09-27', of('住建局'), { type: 'transfer', step: 'fire-review', to: '住建局', reasons: '职责' }],
    ],
    'transfer-to',
  ],
  [
    'archived before it was delivered',
    [...reviewed, ['2021-09-28', head, step('decide', 'grant')], ['2021-09-28', program, { type: 'archive' }]],
    'not-delivered',
  ],
]
for (const [name, said, code] of refusals) test(`refused: ${name}`, () => assert.equal(codeOf(said), code))

test('a fact that is missing is asked for, not guessed', () => {
  assert.equal(codeOf(accepted, { area: null }), 'condition-open')
})

test('a step goes back and its stage begins anew; a transferred one is done by whoever has it', () => {
  const { events, code } = run([
    ...reviewed,
    ['2021-09-28', head, step('decide', 'again', '缺勘查记录')],
    ['2021-09-29', of('住建局'), { type: 'transfer', step: 'fire-review', to: '应急局', reasons: '职责调整' }],
    ['2021-09-30', of('应急局'), step('fire-review')],
    ['2021-09-30', of('规划局'), step('site-review')],
    ['2021-10-08', head, step('decide', 'refuse', '消防不合格')],
  ])
  assert.equal(code, null)
  assert.equal(stateOf(events).decision?.outcome, 'refused')
})
