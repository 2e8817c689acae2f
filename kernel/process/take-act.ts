import type { Calendar, PlainDate } from '../calendar/index.ts'
import { isPast, runningClock } from './clocks.ts'
import { enterStage } from './enter-stage.ts'
import type { Act, ActType, CaseEvent, Person } from './events.ts'
import type { Post, Procedure, Step } from './procedure.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type CaseState, type Phase, stateOf } from './state.ts'

/** When and by whom something is done, and what the facts of the case make of a condition (null: facts are missing). */
export interface Moment {
  readonly on: PlainDate
  readonly by: Person
  readonly calendar: Calendar
  holds(condition: string): boolean | null
}

export type Taken = { readonly ok: true; readonly events: readonly CaseEvent[] } | Refusal

/**
 * What an act on a case adds to its events, or why it is refused. The events that come out are to be appended together:
 * they never leave a case in a state that the procedure does not know.
 */
export function takeAct(procedure: Procedure, events: readonly CaseEvent[], act: Act, moment: Moment): Taken {
  const last = events.at(-1)
  if (last && moment.on < last.on) return refuse('before-last-event', `办理日期不能早于上一步的 ${last.on}`)
  const handler = handlers[act.type] as Handler<ActType>
  return handler({ procedure, events, state: stateOf(events), ...moment }, act)
}

interface Case extends Moment {
  readonly procedure: Procedure
  readonly events: readonly CaseEvent[]
  readonly state: CaseState
}

type Handler<Type extends ActType> = (now: Case, act: Extract<Act, { type: Type }>) => Taken

const underway: readonly Phase[] = ['submitted', 'supplementing', 'reviewing']

const handlers: { readonly [Type in ActType]: Handler<Type> } = {
  submit: (now) =>
    notIn(now, ['new']) ??
    (now.by.kind === 'program' ? notTheirs() : undefined) ??
    add({ ...stamp(now), type: 'submitted' }),

  check: (now, { check, missing }) => {
    const found = now.procedure.acceptance.checks.find(({ key }) => key === check)
    if (!found) return refuse('check-unknown', '没有这项材料核对')
    return (
      notIn(now, ['submitted']) ??
      notOf(now, found.unit) ??
      (check in now.state.checks ? refuse('check-answered', `${found.name}已经答复过`) : undefined) ??
      add({ ...stamp(now), type: 'checked', check, missing: [...new Set(missing)] })
    )
  },

  'ask-supplement': (now, { missing }) => {
    const { state } = now
    const all = [...new Set([...missing, ...Object.values(state.checks).flat()])]
    const later = state.asked.length > 0 && all.some((one) => !state.lacking.includes(one))
    return (
      notIn(now, ['submitted']) ??
      notOf(now, now.procedure.acceptance.unit) ??
      checksOpen(now) ??
      (isLate(now) ? refuse('deemed', '已超过告知补正的期限，自收到材料之日起即为受理，不能再要求补正') : undefined) ??
      (all.length === 0 ? refuse('nothing-missing', '没有写明缺少什么材料') : undefined) ??
      (later ? refuse('asked-once', '补正内容应当一次告知；只能再要求上次告知而没有交齐的材料') : undefined) ??
      add({ ...stamp(now), type: 'supplement-asked', missing: all })
    )
  },

  supplement: (now, { materials }) => {
    const fresh = [...new Set(materials)].filter((one) => now.state.lacking.includes(one))
    return (
      notIn(now, ['supplementing']) ??
      (now.by.kind === 'program' ? notTheirs() : undefined) ??
      (fresh.length === 0 ? refuse('nothing-supplied', '没有补交告知书所列的材料') : undefined) ??
      add({ ...stamp(now), type: 'supplemented', materials: fresh })
    )
  },

  accept: (now) => {
    const { state } = now
    const lacks = state.lacking.length > 0 || Object.values(state.checks).some((missing) => missing.length > 0)
    return (
      notIn(now, ['submitted']) ??
      notOf(now, now.procedure.acceptance.unit) ??
      checksOpen(now) ??
      (lacks ? refuse('materials-missing', '还有材料没有交齐，请先告知补正') : undefined) ??
      begin(now, { since: now.on, deemed: false })
    )
  },

  'not-accept': (now, { reasons, remedy }) =>
    notIn(now, ['submitted']) ??
    notOf(now, now.procedure.acceptance.unit) ??
    unsaid(reasons, '请写明不予受理的理由') ??
    unsaid(remedy, '请写明救济途径和期限') ??
    (isLate(now) ? refuse('deemed', '已超过受理的期限，自收到材料之日起即为受理') : undefined) ??
    add({ ...stamp(now), type: 'not-accepted', reasons, remedy }),

  'deem-accepted': (now) =>
    notIn(now, ['submitted']) ??
    (now.by.kind === 'program' ? undefined : notTheirs()) ??
    (isLate(now) ? undefined : refuse('not-late', '受理的期限还没有过')) ??
    begin(now, { since: now.state.receivedOn ?? now.on, deemed: true }),

  'do-step': doStep,

  transfer: (now, { step, to, reasons }) => {
    const open = now.state.open.find(({ key }) => key === step)
    const unit = open?.unit ?? stepOf(now.procedure, step)?.unit
    if (!open || unit === undefined) return refuse('step-not-open', '这一步现在不在办理')
    return (
      notOf(now, unit) ??
      unsaid(reasons, '请写明转办的理由') ??
      (to === '' || to === unit ? refuse('transfer-to', '请选择另一个单位') : undefined) ??
      add({ ...stamp(now), type: 'transferred', step, to, reasons })
    )
  },

  suspend: (now, { ground, noticedOn }) =>
    notIn(now, ['reviewing']) ??
    notActing(now) ??
    (now.state.suspended ? refuse('suspended', '期限已经中止') : undefined) ??
    (now.procedure.grounds.some(({ key }) => key === ground)
      ? undefined
      : refuse('ground-unknown', '法律没有规定可以因此中止期限')) ??
    noticed(now, noticedOn, (told) => add({ ...stamp(now), type: 'suspended', ground, noticedOn: told })),

  resume: (now) =>
    notIn(now, ['reviewing']) ??
    notActing(now) ??
    (now.state.suspended ? undefined : refuse('not-suspended', '期限没有中止')) ??
    add({ ...stamp(now), type: 'resumed' }),

  extend: (now, { by, reasons, noticedOn }) => {
    const rule = now.procedure.extension
    if (!rule) return refuse('no-extension', '这一事项没有法定的延长期限')
    const fits = by.unit === rule.most.unit && Number.isInteger(by.n) && by.n >= 1 && by.n <= rule.most.n
    return (
      notIn(now, ['reviewing']) ??
      notActing(now, 'head') ??
      (now.state.suspended ? refuse('suspended', '期限中止期间不能延长，请先恢复计算') : undefined) ??
      (now.state.extensions >= rule.times ? refuse('extended-already', `只能延长${rule.times}次`) : undefined) ??
      (fits ? undefined : refuse('extension-too-long', '延长的期限超过规定')) ??
      (isLate(now) ? refuse('too-late', '法定期限已过，不能再延长') : undefined) ??
      unsaid(reasons, '请写明延长的理由') ??
      noticed(now, noticedOn, (told) => add({ ...stamp(now), type: 'extended', term: by, reasons, noticedOn: told }))
    )
  },

  withdraw: (now, { reasons }) =>
    notIn(now, underway) ??
    (now.by.kind === 'applicant' ? undefined : notTheirs()) ??
    add({ ...stamp(now), type: 'withdrawn', reasons }),

  terminate: (now, { reasons }) =>
    notIn(now, underway) ??
    notOf(now, now.procedure.acceptance.unit, 'head') ??
    unsaid(reasons, '请写明终止的理由') ??
    add({ ...stamp(now), type: 'terminated', reasons }),

  'decide-tacitly': (now) => {
    const { tacit } = now.procedure
    if (!tacit) return refuse('not-tacit', '法律没有规定逾期即视为决定')
    return (
      notIn(now, ['reviewing']) ??
      (now.by.kind === 'program' ? undefined : notTheirs()) ??
      (isLate(now) ? undefined : refuse('not-late', '法定期限还没有过')) ??
      add({ ...stamp(now), type: 'decided', outcome: tacit.outcome, words: tacit.basis, tacit: true })
    )
  },

  correct: (now, { words, reasons }) =>
    notIn(now, ['decided']) ??
    notOf(now, now.procedure.acceptance.unit, 'head') ??
    archived(now) ??
    unsaid(words, '请写明更正的内容') ??
    unsaid(reasons, '请写明更正的理由') ??
    add({ ...stamp(now), type: 'corrected', words, reasons }),

  deliver: (now, { how }) =>
    notIn(now, ['decided']) ??
    notOf(now, now.procedure.acceptance.unit) ??
    (now.state.deliveredOn === null ? undefined : refuse('delivered', '决定已经送达')) ??
    unsaid(how, '请写明送达方式') ??
    add({ ...stamp(now), type: 'delivered', how }),

  rate: (now, { grade, words }) =>
    notIn(now, ['decided']) ??
    (now.by.kind === 'applicant' ? undefined : notTheirs()) ??
    (now.state.grade === null ? undefined : refuse('rated', '已经评价过')) ??
    add({ ...stamp(now), type: 'rated', grade, words }),

  archive: (now) =>
    notIn(now, ['decided', 'ended']) ??
    (now.by.kind === 'applicant' ? notTheirs() : undefined) ??
    archived(now) ??
    (now.state.phase === 'decided' && now.state.deliveredOn === null
      ? refuse('not-delivered', '决定送达以后才能归档')
      : undefined) ??
    add({ ...stamp(now), type: 'archived' }),
}

function doStep(now: Case, { step: key, outcome, words }: Extract<Act, { type: 'do-step' }>): Taken {
  const open = now.state.open.find((one) => one.key === key)
  const step = stepOf(now.procedure, key)
  if (!open || !step) return refuse('step-not-open', '这一步现在不在办理')
  const chosen = step.outcomes.find((one) => one.key === outcome)
  if (!chosen) return refuse('outcome-unknown', '没有这种办理结果')
  const others = now.state.open.length > 1
  const said = unsaid(chosen.reasons ? words : '—', '请写明理由')
  const refused = notOf(now, open.unit ?? step.unit, step.post) ?? said
  if (refused) return refused
  const done = { ...stamp(now), type: 'step-done' as const, step: key, outcome, words }
  switch (chosen.leads) {
    case 'pass':
      return others ? add(done) : after(now, done, stageAfter(now))
    case 'back':
      return after(
        now,
        done,
        now.procedure.stages.findIndex((stage) => stage.key === chosen.to),
      )
    case 'decide':
      if (now.state.suspended) return refuse('suspended', '期限中止期间不能作出决定，请先恢复计算')
      if (others) return refuse('parts-not-done', '其他部门还没有办完，不能作出决定')
      return add(done, { ...stamp(now), type: 'decided', outcome: chosen.outcome, words, tacit: false })
  }
}

function after(now: Case, done: CaseEvent, at: number): Taken {
  const entered = enterStage(now.procedure, at, now)
  return entered.ok ? add(done, { ...stamp(now), type: 'stage-entered', ...entered.entered }) : entered
}

function begin(now: Case, { since, deemed }: { readonly since: PlainDate; readonly deemed: boolean }): Taken {
  const entered = enterStage(now.procedure, 0, now)
  if (!entered.ok) return entered
  const accepted = { ...stamp(now), type: 'accepted' as const, since, deemed }
  return add(accepted, { ...stamp(now), type: 'stage-entered', ...entered.entered })
}

function stageAfter({ procedure, state }: Case): number {
  return procedure.stages.findIndex(({ key }) => key === state.stage) + 1
}

function stepOf({ stages }: Procedure, key: string): Step | undefined {
  return stages.flatMap(({ steps }) => steps).find((step) => step.key === key)
}

function stamp({ on, by }: Case) {
  return { on, by }
}

function add(...events: readonly CaseEvent[]): Taken {
  return { ok: true, events }
}

function notIn({ state }: Case, phases: readonly Phase[]): Refusal | undefined {
  if (phases.includes(state.phase)) return undefined
  return refuse('wrong-phase', `办件现在${phaseWords[state.phase]}，不能这样办理`)
}

const phaseWords: Readonly<Record<Phase, string>> = {
  new: '还没有提交',
  submitted: '已提交、待受理',
  supplementing: '在等申请人补正',
  reviewing: '在审查',
  decided: '已作出决定',
  ended: '已终结',
}

function notOf({ by }: Case, unit: string, post?: Post): Refusal | undefined {
  const theirs = by.kind === 'unit' && by.unit === unit && (post === undefined || by.post === post)
  return theirs ? undefined : notTheirs()
}

/** Somebody of a unit that has the case in hand: one of an open step, or the unit that accepted it. */
function notActing({ by, procedure, state }: Case, post?: Post): Refusal | undefined {
  const units = state.open.map(({ key, unit }) => unit ?? stepOf(procedure, key)?.unit)
  const acting = by.kind === 'unit' && [...units, procedure.acceptance.unit].includes(by.unit)
  return acting && (post === undefined || by.post === post) ? undefined : notTheirs()
}

function notTheirs(): Refusal {
  return refuse('not-theirs', '这一步不由您办理')
}

function checksOpen({ procedure, state }: Case): Refusal | undefined {
  const open = procedure.acceptance.checks.filter(({ key }) => !(key in state.checks))
  if (open.length === 0) return undefined
  return refuse('checks-open', `${open.map(({ name }) => name).join('、')}还没有答复`)
}

function archived({ state }: Case): Refusal | undefined {
  return state.archivedOn === null ? undefined : refuse('archived', '办件已经归档')
}

function unsaid(words: string, message: string): Refusal | undefined {
  return words.trim() === '' ? refuse('words-needed', message) : undefined
}

/** Where the party must be told, nothing happens before they were (`noticedOn`, not after today). */
function noticed({ on }: Case, noticedOn: PlainDate | null, then: (told: PlainDate) => Taken): Taken {
  if (noticedOn === null || noticedOn > on) return refuse('not-noticed', '请先书面告知申请人，并填写告知日期')
  return then(noticedOn)
}

function isLate({ procedure, events, on, calendar }: Case): boolean {
  return isPast(runningClock(procedure, events), on, calendar)
}
