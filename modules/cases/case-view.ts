import { maskResidentId, maskTelephone } from '@guangyue/kernel/identifiers'
import { type CaseEvent, clocksOf, stateOf } from '@guangyue/kernel/process'
import type { Ctx } from '@guangyue/platform/db'
import type { ReplyOf } from '@guangyue/platform/http'
import { citing, getVersion, type Item } from '../catalogue/index.ts'
import { bodiesOn, nationalCalendar } from '../organisations/index.ts'
import { getCase } from './act.ts'
import type { getCaseEndpoint, revealCaseEndpoint } from './api.ts'
import { clockView } from './clock-view.ts'
import { type Answer, type Answers, type FormField, factsOf, holds, shownPages } from './form.ts'
import { stageWord } from './lists.ts'
import { isMasked, maskAnswer } from './mask.ts'
import { lightOn, turnsOf } from './model.ts'
import { offersOf, outcomeView } from './offers.ts'
import { type CaseRole, roleIn } from './role.ts'
import { type EventOnRecord, listEvents, listMaterials, listNotes, type MaterialFile } from './store.ts'
import { decisionName, eventWords, stepOf } from './words.ts'

type View = ReplyOf<typeof getCaseEndpoint>

/**
 * A case for its applicant or a unit that has to do with it: who has it and until when, its clocks day by day, what
 * happened, the form and its materials. Numbers of persons, telephones and addresses are covered; names of officers and
 * internal notes are for the units alone.
 */
export async function caseView(ctx: Ctx, id: string): Promise<View> {
  ctx.require('cases.apply')
  const file = await getCase(ctx.db, id)
  const role = await roleIn(ctx, ctx.db, file)
  const [{ item }, onRecord, files, notes, bodies, calendar] = await Promise.all([
    getVersion(ctx.db, file.itemVersionId),
    listEvents(ctx.db, id),
    listMaterials(ctx.db, id),
    role.kind === 'unit' ? listNotes(ctx.db, id) : [],
    bodiesOn(ctx),
    nationalCalendar(),
  ])
  const { procedure } = item
  const events = onRecord.map(({ event }) => event)
  const state = stateOf(events)
  const shorts = new Map(bodies.map((body) => [body.key, body.short]))
  const shortOf = (unit: string) => shorts.get(unit) ?? unit
  const drawn = clocksOf(procedure, events).map((clock) => clockView(procedure, clock, { today: ctx.today, calendar }))
  const cite = await citing(
    ctx.db,
    drawn.flatMap(({ basis }) => basis ?? []),
  )
  const units = bodies.map(({ key, short }) => ({ key, name: short }))
  const phase = state.phase === 'new' ? 'submitted' : state.phase
  return {
    id,
    number: file.number,
    item: file.itemName,
    itemCode: file.itemCode,
    itemHref: `/services/${file.itemCode}`,
    party: {
      ...file.party,
      code: file.party.kind === 'person' ? maskResidentId(file.party.code) : file.party.code,
      phone: maskTelephone(file.party.phone),
    },
    body: shortOf(file.body),
    phase,
    stage: decisionName(procedure, events) ?? stageWord({ phase, stage: state.stage }, item),
    submittedAt: file.submittedAt,
    lastDay: file.lastDay,
    light: lightOn(file, ctx.today),
    version: events.length,
    role: role.kind,
    channel: file.channel,
    result: item.result.name,
    decision: decisionOf(item, events),
    next: nextOf(item, { events, shortOf, lastDay: file.lastDay }),
    clocks: drawn.map(({ basis, ...clock }) => ({ ...clock, cite: basis === null ? null : (cite(basis)[0] ?? null) })),
    events: onRecord.map((one, at) => eventView(one, { at, item, shortOf, forUnit: role.kind === 'unit' })),
    pages: shownPages(item.form, file.answers).map(({ page, entries }) => ({
      title: page.title,
      entries: entries.map(({ entry, fields }) =>
        fields.flatMap((field) => {
          const answer = entry[field.key]
          if (field.type === 'file' || answer === undefined) return []
          const value = answerText(field, maskAnswer(field.type, answer))
          return [{ label: field.key, value, masked: isMasked(field.type) }]
        }),
      ),
    })),
    materials: materialsOf(item, file.answers, files),
    lacking: [...state.lacking],
    notes: notes.map(({ actorName, ...note }) => ({ ...note, who: actorName })),
    mayDraft: draftable(item, events, role),
    mayNote: role.kind === 'unit' && role.unit !== null,
    may: offersOf({ file, item, events, role, today: ctx.today, calendar, units }),
    today: ctx.today,
  }
}

/** Open steps of the own unit's head, for which its officer may draft what to decide. */
function draftable({ procedure }: Item, events: readonly CaseEvent[], role: CaseRole): View['mayDraft'] {
  if (role.kind !== 'unit' || !role.posts.includes('officer')) return []
  const turns = turnsOf(procedure, stateOf(events)).filter(({ unit, post }) => unit === role.unit && post === 'head')
  return turns.flatMap(({ step: key }) => {
    const step = key === null ? undefined : stepOf(procedure, key)
    return step ? [{ step: step.key, name: step.name, outcomes: step.outcomes.map(outcomeView) }] : []
  })
}

/** What is covered, uncovered, for a reason that goes into the audit. */
export async function revealCase(
  ctx: Ctx,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<ReplyOf<typeof revealCaseEndpoint>> {
  ctx.require('cases.apply')
  return ctx.transact(async (tx) => {
    const file = await getCase(tx, id)
    await roleIn(ctx, tx, file)
    const { item } = await getVersion(tx, file.itemVersionId)
    await ctx.audit(tx, 'cases.reveal', { thing: `case/${id}`, reason })
    return {
      party: { code: file.party.code, phone: file.party.phone },
      fields: shownPages(item.form, file.answers).flatMap(({ page, entries }) =>
        entries.flatMap(({ entry, fields }, at) =>
          fields.flatMap((field) => {
            const answer = entry[field.key]
            if (!isMasked(field.type) || answer === undefined) return []
            return [{ page: page.title, entry: at, label: field.key, value: answerText(field, answer) }]
          }),
        ),
      ),
    }
  })
}

function answerText({ unit }: FormField, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  const text = typeof answer === 'string' ? answer : answer.join('；')
  return unit === undefined ? text : `${text} ${unit}`
}

function decisionOf(item: Item, events: readonly CaseEvent[]): View['decision'] {
  const decided = events.find((event) => event.type === 'decided')
  if (!decided) return null
  return { name: decisionName(item.procedure, events) ?? '', on: decided.on, words: decided.words }
}

/** What happens next, who has it and until when; null once all is done. */
function nextOf(
  { procedure, result }: Item,
  {
    events,
    shortOf,
    lastDay,
  }: {
    readonly events: readonly CaseEvent[]
    readonly shortOf: (unit: string) => string
    readonly lastDay: string | null
  },
): View['next'] {
  const state = stateOf(events)
  const until = lastDay
  if (state.phase === 'supplementing') return { what: '等申请人补交材料；补齐以前期限不起算', who: null, until: null }
  if (state.phase === 'decided') {
    return state.deliveredOn === null
      ? { what: `送达${result.name}`, who: shortOf(procedure.acceptance.unit), until: null }
      : null
  }
  if (state.phase === 'ended') return null
  const turns = turnsOf(procedure, state)
  const who = [...new Set(turns.map(({ unit }) => shortOf(unit)))].join('、')
  if (state.suspended !== null) return { what: '期限中止；事由消失后恢复计算', who, until: null }
  const names = turns.flatMap(({ step }) => (step === null ? [] : (stepOf(procedure, step)?.name ?? [])))
  return { what: names.length === 0 ? '受理，或者一次告知要补的材料' : [...new Set(names)].join('、'), who, until }
}

function eventView(
  { at, actorName, event }: EventOnRecord,
  context: {
    readonly at: number
    readonly item: Item
    readonly shortOf: (unit: string) => string
    readonly forUnit: boolean
  },
): View['events'][number] {
  const { title, lines } = eventWords(context.item.procedure, event, context.shortOf)
  const { by } = event
  const unit = by.kind === 'unit' ? context.shortOf(by.unit) : by.kind === 'program' ? '依法自动' : '申请人'
  const bad = ['not-accepted', 'terminated'].includes(event.type)
  const who = context.forUnit && by.kind === 'unit' ? `${unit} ${actorName}` : unit
  return { number: context.at + 1, at, title, who, lines: [...lines], bad }
}

const sources = {
  applicant: '申请人提交',
  licence: '电子证照',
  case: '由已办事项带入',
  register: '由部门数据取得',
} as const

/** The materials that the form calls for, each with its files; then what a supplement asked for. */
function materialsOf(item: Item, answers: Answers, files: readonly MaterialFile[]): View['materials'] {
  const facts = factsOf(item.form, answers)
  const of = (key: string) => files.filter(({ material }) => material === key)
  const listed = item.materials.filter(({ when }) => when === null || holds(when, facts) === true)
  const named = [
    ...listed.map(({ key, name, source }) => ({ key, name, source: sources[source], wanted: source === 'applicant' })),
    ...item.form
      .flatMap(({ fields }) => fields.filter(({ type }) => type === 'file'))
      .map(({ key, required }) => ({ key, name: key, source: sources.applicant, wanted: required })),
  ]
  const known = new Set(named.map(({ key }) => key))
  const later = [...new Set(files.flatMap(({ material }) => (known.has(material) ? [] : [material])))]
  return [
    ...named.map((one) => ({ ...one, files: of(one.key).map((file) => ({ ...file })) })),
    ...later.map((key) => ({
      key,
      name: `补正：${key}`,
      source: sources.applicant,
      wanted: true,
      files: of(key).map((file) => ({ ...file })),
    })),
  ]
}
