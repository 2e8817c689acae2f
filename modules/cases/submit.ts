import { createHash } from 'node:crypto'
import { type Person, takeAct } from '@guangyue/kernel/process'
import { canonicalText } from '@guangyue/kernel/proof'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { getItem, type Item, type ItemVersion } from '../catalogue/index.ts'
import { bodyKeys, nationalCalendar } from '../organisations/index.ts'
import { deleteDraft } from './draft-store.ts'
import {
  ActRefused,
  FormFaulty,
  FormTooLarge,
  ItemNotAtWindow,
  ItemNotInForce,
  ItemNotOnline,
  SubmissionTaken,
} from './errors.ts'
import { caseSubmitted } from './events.ts'
import { type Answers, checkForm, type FormFault, factsOf, holds, readAnswers, readText } from './form.ts'
import { type Party, projected } from './model.ts'
import { findCase, insertCase, insertEvents, insertNote, listMaterials, putParts } from './store.ts'
import { tellOf } from './tell.ts'

export interface Submission {
  /** Made by the form; the same one sent again is the same case. */
  readonly id: string
  readonly itemCode: string
  readonly party: Party
  readonly answers: unknown
  /** At a window: by which paper the clerk made sure who it is. */
  readonly identity?: string | undefined
}

/** Accepted and handled on line, by its degree; others are taken in at a window. */
export function isOnline({ online }: Item): boolean {
  return online >= 3
}

/**
 * Submits an application: checked against the form of the version in force, numbered, its acceptance clock begun, the
 * applicant told. Refuses what the form finds wrong, by field. Materials that are missing do not stop it: the authority
 * tells of them once (行政许可法 第三十二条). With `identity` a window clerk of the accepting unit takes it in for somebody
 * who came.
 */
export async function submitCase(ctx: Ctx, input: Submission): Promise<{ id: string; number: string }> {
  ctx.require('cases.apply')
  const answers = readAnswers(input.answers)
  if (!answers) throw new FormTooLarge()
  const calendar = await nationalCalendar()
  return ctx.transact(async (tx) => {
    const known = await sameSubmission(ctx, tx, input)
    if (known) return known
    const version = (await getItem({ db: tx, today: ctx.today }, input.itemCode)).current
    if (!version) throw new ItemNotInForce()
    const by = await personOf(ctx, tx, { item: version.item, input })
    const checked = await checkSubmission(tx, { input, answers, version })
    const taken = takeAct(
      version.item.procedure,
      [],
      { type: 'submit' },
      {
        on: ctx.today,
        by,
        calendar,
        holds: holdsOf(version.item, checked.answers),
      },
    )
    if (!taken.ok) throw new ActRefused(taken)
    const projection = projected(version.item.procedure, taken.events, { asOf: ctx.today, calendar })
    const row = {
      id: input.id,
      day: ctx.today,
      itemCode: version.code,
      itemName: version.item.name,
      itemVersionId: version.id,
      body: version.item.body,
      applicantId: input.identity === undefined ? ctx.actor.accountId : null,
      channel: input.identity === undefined ? ('online' as const) : ('window' as const),
      submittedAt: ctx.now,
      ...checked,
    }
    const number = await insertCase(tx, row, projection)
    if (number === undefined) {
      const other = await sameSubmission(ctx, tx, input)
      if (other) return other
      throw new SubmissionTaken()
    }
    const { accountId: actorId, name: actorName } = ctx.actor
    await insertEvents(tx, { caseId: input.id, after: 0, at: ctx.now, actorId, actorName, events: taken.events })
    await putParts(tx, { id: input.id, number }, projection.parts)
    if (input.identity !== undefined) await noteIdentity(ctx, tx, input)
    if (actorId !== null) await deleteDraft(tx, { id: input.id, accountId: actorId })
    // what was applied for stands in the case, where numbers of persons are covered; the audit binds it by its hash
    const form = createHash('sha256')
      .update(canonicalText({ party: { ...checked.party }, answers: checked.answers }))
      .digest('hex')
    await ctx.audit(tx, 'cases.submit', { thing: `case/${input.id}`, after: { number, item: version.id, form } })
    await ctx.publish(tx, caseSubmitted({ caseId: input.id, item: version.code }))
    await tellOf(ctx, tx, { file: { ...row, number }, item: version.item, added: taken.events, projection })
    return { id: input.id, number }
  })
}

/** The applicant; at a window the clerk, for an item that the own unit accepts. */
async function personOf(
  ctx: Ctx,
  tx: Tx,
  { item, input }: { readonly item: Item; readonly input: Submission },
): Promise<Person> {
  if (input.identity === undefined) {
    if (!isOnline(item)) throw new ItemNotOnline()
    return { kind: 'applicant' }
  }
  ctx.require('cases.take-in')
  const { unit } = item.procedure.acceptance
  const own = (await bodyKeys(tx, ctx.actor.bodyId === null ? [] : [ctx.actor.bodyId])).get(ctx.actor.bodyId ?? '')
  if (own !== unit || !item.channels.includes('window')) throw new ItemNotAtWindow()
  return { kind: 'unit', unit, post: 'clerk' }
}

function noteIdentity(ctx: Ctx, tx: Tx, { id, identity }: Submission): Promise<void> {
  return insertNote(tx, {
    id: ctx.newId(),
    caseId: id,
    at: ctx.now,
    actorId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    words: `窗口核验身份：${identity}`,
    step: null,
    outcome: null,
  })
}

/** What makes a condition of the procedure hold, by the form of the case. */
export function holdsOf(item: Item, answers: Answers): (condition: string) => boolean | null {
  const facts = factsOf(item.form, answers)
  return (condition) => holds(condition, facts)
}

async function sameSubmission(ctx: Ctx, tx: Tx, { id, itemCode, identity }: Submission) {
  const known = await findCase(tx, id)
  if (!known) return undefined
  const own = identity === undefined ? known.applicantId === ctx.actor.accountId : known.channel === 'window'
  if (!own || known.itemCode !== itemCode) throw new SubmissionTaken()
  return { id, number: known.number }
}

async function checkSubmission(
  tx: Tx,
  { input, answers, version }: { readonly input: Submission; readonly answers: Answers; readonly version: ItemVersion },
): Promise<{ readonly party: Party; readonly answers: Answers }> {
  const filed = new Set((await listMaterials(tx, input.id)).map(({ material }) => material))
  const form = checkForm(version.item.form, answers, filed)
  const party = checkParty(input.party, version.item.for)
  const faults = [...party.faults, ...form.faults]
  if (faults.length > 0) throw new FormFaulty(faults)
  return { party: party.kept, answers: form.kept }
}

/** Checks who applies, by the same rules as fields of a form. */
function checkParty(
  party: Party,
  audience: Item['for'],
): { readonly faults: readonly FormFault[]; readonly kept: Party } {
  const faults: FormFault[] = []
  const read = (field: keyof Party, type: 'text' | 'phone' | 'id-number' | 'credit-code', label: string): string => {
    const typed = party[field].trim()
    const found = typed === '' ? { fault: '请填写' } : readText({ type }, typed)
    if ('value' in found) return found.value
    faults.push({ field: `party.${field}`, message: `${label}：${found.fault}` })
    return typed
  }
  if (!audience.includes(party.kind)) {
    const message = party.kind === 'person' ? '这个事项只由企业和其他组织申请' : '这个事项只由个人申请'
    faults.push({ field: 'party.kind', message })
  }
  const isFirm = party.kind === 'firm'
  const kept = {
    kind: party.kind,
    name: read('name', 'text', isFirm ? '单位名称' : '姓名'),
    code: read('code', isFirm ? 'credit-code' : 'id-number', isFirm ? '统一社会信用代码' : '身份证号'),
    phone: read('phone', 'phone', '联系电话'),
  }
  return { faults, kept }
}
