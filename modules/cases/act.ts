import { type Act, takeAct } from '@guangyue/kernel/process'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { getVersion, type Item } from '../catalogue/index.ts'
import { bodiesOn, nationalCalendar } from '../organisations/index.ts'
import { ActNotTheirs, ActRefused, CaseUnknown } from './errors.ts'
import { caseActed } from './events.ts'
import { issueGranted } from './licence.ts'
import { record } from './record.ts'
import { personFor, roleIn } from './role.ts'
import { type CaseFile, findCase, listEvents, listMaterials } from './store.ts'
import { holdsOf } from './submit.ts'
import { tellOf } from './tell.ts'

/** Everything that a person may do to a case; rating and what falls due by itself are elsewhere. */
export type PersonsAct = Exclude<Act, { type: 'submit' | 'deem-accepted' | 'decide-tacitly' | 'rate' }>

export interface ActInput {
  readonly id: string
  /** Number of the last event that was on the screen. */
  readonly version: number
  readonly act: PersonsAct
}

/**
 * Does one thing to a case, if its procedure lets the actor: events, columns, audit, event and notice in one transaction.
 * Refuses a case that is not theirs (CaseUnknown), another's step (ActNotTheirs), what the procedure does not allow now
 * (ActRefused), and a version that is no longer the newest (StaleVersion). A party with an account is told in writing by
 * the same act, so where the law wants notice that day counts as the day of notice.
 */
export async function actOnCase(ctx: Ctx, input: ActInput): Promise<{ version: number }> {
  ctx.require('cases.apply')
  const calendar = await nationalCalendar()
  return ctx.transact(async (tx) => {
    const file = await getCase(tx, input.id)
    const role = await roleIn(ctx, tx, file)
    const events = (await listEvents(tx, file.id)).map(({ event }) => event)
    if (events.length !== input.version) throw new StaleVersion(input.act, { version: events.length })
    const version = await getVersion(tx, file.itemVersionId)
    const { item } = version
    const act = noticed(ctx, file, input.act)
    const by = personFor(role, { act, procedure: item.procedure, file })
    if (!by) throw new ActNotTheirs({ ok: false, code: 'not-theirs', message: '这一步不由您办理' })
    await checkHandedIn(tx, file, act)
    await checkUnit(ctx, tx, act)
    const moment = { on: ctx.today, by, calendar, holds: holdsOf(item, file.answers) }
    const taken = takeAct(item.procedure, events, act, moment)
    if (!taken.ok) throw taken.code === 'not-theirs' ? new ActNotTheirs(taken) : new ActRefused(taken)
    const recording = { file, item, events, added: taken.events, calendar, sent: input.act }
    const projection = await record(ctx, tx, recording)
    await ctx.audit(tx, `cases.${act.type}`, {
      thing: `case/${file.id}`,
      basis: basisOf(act, item),
      before: { version: file.version, phase: file.phase },
      after: { version: projection.version, phase: projection.phase, events: taken.events },
    })
    await ctx.publish(tx, caseActed({ caseId: file.id, types: taken.events.map(({ type }) => type) }))
    await tellOf(ctx, tx, { file, item, added: taken.events, projection })
    await issueGranted(ctx, tx, { file, version, added: taken.events })
    return { version: projection.version }
  })
}

export async function getCase(tx: Tx | Ctx['db'], id: string): Promise<CaseFile> {
  const file = await findCase(tx, id)
  if (!file) throw new CaseUnknown()
  return file
}

function noticed(ctx: Ctx, file: CaseFile, act: PersonsAct): PersonsAct {
  const wantsNotice = act.type === 'suspend' || act.type === 'extend'
  return wantsNotice && file.applicantId !== null ? { ...act, noticedOn: ctx.today } : act
}

/** What is said to be handed in is there. */
async function checkHandedIn(tx: Tx, file: CaseFile, act: PersonsAct): Promise<void> {
  if (act.type !== 'supplement') return
  const filed = new Set((await listMaterials(tx, file.id)).map(({ material }) => material))
  const absent = act.materials.filter((material) => !filed.has(material))
  if (absent.length === 0) return
  throw new InputInvalid(absent.map((material) => ({ field: 'materials', message: `还没有附上：${material}` })))
}

/** A step is handed over to a body that there is. */
async function checkUnit({ today }: Ctx, tx: Tx, act: PersonsAct): Promise<void> {
  if (act.type !== 'transfer') return
  const known = (await bodiesOn({ db: tx, today })).some(({ key }) => key === act.to)
  if (!known) throw new InputInvalid([{ field: 'to', message: '请选择要转给的单位' }])
}

function basisOf(act: PersonsAct, { procedure }: Item): string {
  switch (act.type) {
    case 'suspend':
      return procedure.grounds.find(({ key }) => key === act.ground)?.basis ?? procedure.terms.basis
    case 'extend':
      return procedure.extension?.basis ?? procedure.terms.basis
    case 'check':
    case 'ask-supplement':
    case 'accept':
    case 'not-accept':
      return procedure.acceptance.basis
    default:
      return procedure.terms.basis
  }
}
