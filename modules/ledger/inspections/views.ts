import { nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { levelLabels } from '../dispatch/model.ts'
import { findProblemOf } from '../problems/store.ts'
import { citeOf } from '../service/cite.ts'
import { historyOf } from '../service/history.ts'
import { readKept } from '../service/kept-file.ts'
import { unitNames } from '../service/unit-names.ts'
import { findDocuments } from '../store/documents.ts'
import { findTask } from '../store/tasks.ts'
import { FindingUnknown, InspectionUnknown } from './errors.ts'
import { listFindingEscalations } from './escalation-store.ts'
import * as findings from './finding-store.ts'
import { type FindingState, type FindingStep, findingAfter, findingSteps, type InspectionKind } from './model.ts'
import { type FindingRole, inspectionReach, roleInFinding, roleInInspection } from './role.ts'
import * as store from './store.ts'

/** Inspections that the actor sees, newest first. */
export async function inspectionsView(ctx: Ctx, { kind, unit }: { kind?: InspectionKind; unit?: string }) {
  ctx.require('ledger.read')
  const rows = await store.listInspections(ctx.db, { kind, bodyId: unit, reach: inspectionReach(ctx) })
  return { items: rows.map(briefOf) }
}

function briefOf({
  id,
  kind,
  title,
  fromDay,
  toDay,
  places,
  findings: all,
  openFindings,
  version,
}: store.InspectionRow) {
  return { id, kind, title, fromDay, toDay, places: [...places], findings: all, openFindings, version }
}

/** One inspection with its findings. Who only owns a finding does not see the plan, the team and the other findings. */
export async function inspectionView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const inspection = await store.findInspection(ctx.db, id)
  if (!inspection) throw new InspectionUnknown()
  const role = roleInInspection(ctx, inspection)
  const { items } = await findingsView(ctx, { inspection: id, state: 'all' })
  if (!role.seesAll && items.length === 0) throw new InspectionUnknown()
  const open = items.filter(({ state }) => state !== 'closed').length
  const brief = briefOf({ ...inspection, findings: items.length, openFindings: open })
  const { plannedOn, plannedName, graceDays } = inspection
  return {
    ...brief,
    plannedOn,
    plannedName,
    graceDays,
    ...(role.seesAll ? await planOf(ctx, inspection) : hiddenPlan),
    items,
    begun: ctx.today >= inspection.fromDay,
    mayPlan: role.mayPlan,
    mayRecord: role.mayRecord,
  }
}

const hiddenPlan = {
  plan: '',
  repeatReason: null,
  verifier: null,
  members: [],
  bodies: [],
  documents: [],
  tasks: [],
  files: [],
}

async function planOf(ctx: Ctx, inspection: store.Inspection) {
  const { verifierBodyId, bodyIds, subjects } = inspection
  const unit = await unitNames(ctx, unitsOf([...bodyIds, verifierBodyId]))
  const whole = subjects.flatMap(({ documentId, taskId }) => (taskId === null ? [documentId] : []))
  const documents = await findDocuments(ctx.db, whole)
  const tasks = await Promise.all(subjects.flatMap(({ taskId }) => (taskId === null ? [] : [findTask(ctx.db, taskId)])))
  return {
    plan: inspection.plan,
    repeatReason: inspection.repeatReason,
    verifier: verifierBodyId === null ? null : unit(verifierBodyId),
    members: inspection.members.map(({ name, accountId }) => ({ name, accountId })),
    bodies: bodyIds.map(unit),
    documents: [...documents.values()].map(({ id, number, title }) => ({ id, name: number ?? title })),
    tasks: tasks.flatMap((task) => (task ? [{ id: task.id, title: task.title }] : [])),
    files: [...(await store.listInspectionFiles(ctx.db, inspection.id))],
  }
}

export interface FindingQuery {
  readonly inspection?: string | undefined
  readonly unit?: string | undefined
  readonly kind?: InspectionKind | undefined
  readonly state: FindingState | 'waiting' | 'late' | 'all'
}

/** Findings that the actor sees, by inspection and number. */
export async function findingsView(ctx: Ctx, { inspection, unit, kind, state }: FindingQuery) {
  ctx.require('ledger.read')
  const part = { inspectionId: inspection, bodyId: unit, kind, reach: inspectionReach(ctx) }
  const rows = await findings.listFindings(ctx.db, { ...part, ...statesOf(ctx, state) })
  return { items: await present(ctx, rows) }
}

function statesOf(ctx: Ctx, state: FindingQuery['state']): Partial<findings.FindingFilter> {
  if (state === 'all') return {}
  if (state === 'late') return { states: ['open'], dueBefore: ctx.today }
  return { states: state === 'waiting' ? ['open', 'mended', 'verified'] : [state] }
}

async function present(ctx: Ctx, rows: readonly findings.Finding[]) {
  const documents = await findDocuments(
    ctx.db,
    rows.flatMap(({ documentId }) => documentId ?? []),
  )
  const unit = await unitNames(ctx, rows)
  const calendar = (await nationalCalendar()).asKnownOn(ctx.today)
  return rows.map(
    ({ documentId, path, bodyId, mendBy: _, mendName: __, verifierBodyId: ___, graceDays: ____, ...row }) => ({
      ...row,
      unit: unit(bodyId),
      cite: documentId === null ? null : citeOf(documents.get(documentId), path),
      provisional: row.termDays !== null && calendar.isProvisional(row.due),
      late: row.signedOn === null ? row.due < ctx.today : row.signedOn > row.due,
    }),
  )
}

/** One finding with photographs, evidence, history and what the actor may do. */
export async function findingView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const finding = await seenFinding(ctx, id)
  const [item] = await present(ctx, [finding])
  const inspection = await store.findInspection(ctx.db, finding.inspectionId)
  if (!item || !inspection) throw new FindingUnknown()
  const role = roleInFinding(ctx, finding)
  const files = await findings.listFindingFiles(ctx.db, id)
  const ofPart = (part: findings.FilePart) => files.flatMap(({ part: of, ...file }) => (of === part ? [file] : []))
  const evidence = ofPart('mended')
  const unit = await unitNames(ctx, unitsOf([finding.verifierBodyId]))
  const photograph = finding.state === 'open' && roleInInspection(ctx, inspection).mayRecord
  return {
    ...item,
    mendName: finding.mendName,
    ownMending: finding.mendBy !== null && finding.mendBy === ctx.actor.accountId,
    verifier: finding.verifierBodyId === null ? null : unit(finding.verifierBodyId),
    photographs: ofPart('found'),
    evidence,
    problemId: (await findProblemOf(ctx.db, { source: 'finding', sourceId: id })) ?? null,
    may: [
      ...(photograph ? (['photograph'] as const) : []),
      ...(finding.state === 'open' && role.mayMend ? (['mend'] as const) : []),
      ...(Object.keys(findingSteps) as FindingStep[]).filter((step) =>
        mayTake(ctx, { finding, role, step, evidence: evidence.length }),
      ),
    ],
    history: await historyOf(ctx.db, { kind: 'finding', id, labels: eventLabels }),
    escalations: (await listFindingEscalations(ctx.db, id)).map(({ onDay, level, post }) => ({
      onDay,
      label: levelLabels[level],
      post,
    })),
  }
}

interface Taking {
  readonly finding: findings.Finding
  readonly role: FindingRole
  readonly step: FindingStep
  readonly evidence: number
}

function mayTake(ctx: Ctx, { finding, role, step, evidence }: Taking): boolean {
  if (findingAfter(finding.state, step) === null) return false
  switch (step) {
    case 'sign':
      return role.isHead && finding.mendWords !== '' && finding.mendBy !== ctx.actor.accountId && evidence > 0
    case 'verify':
      return role.mayVerify
    case 'send-back':
      return role.mayClose || (finding.state === 'mended' && role.mayVerify)
    case 'close':
      return role.mayClose
  }
}

const eventLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(findingSteps).map(([step, { label }]) => [step, label])),
  find: '登记发现',
  mend: '填写整改情况',
}

async function seenFinding(ctx: Ctx, id: string): Promise<findings.Finding> {
  const [finding] = await findings.listFindings(ctx.db, { ids: [id], reach: inspectionReach(ctx) })
  if (!finding) throw new FindingUnknown()
  return finding
}

/** A photograph or evidence of a finding that the actor sees. */
export async function readFindingFile(
  ctx: Ctx,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Download> {
  ctx.require('ledger.read')
  await seenFinding(ctx, id)
  const known = (await findings.listFindingFiles(ctx.db, id)).some((file) => file.id === fileId)
  if (!known) throw new FindingUnknown()
  return download(ctx, fileId)
}

/** A photograph or paper of an inspection, for those who see its plan. */
export async function readInspectionFile(
  ctx: Ctx,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Download> {
  ctx.require('ledger.read')
  const inspection = await store.findInspection(ctx.db, id)
  if (!inspection || !roleInInspection(ctx, inspection).seesAll) throw new InspectionUnknown()
  const known = (await store.listInspectionFiles(ctx.db, id)).some((file) => file.id === fileId)
  if (!known) throw new InspectionUnknown()
  return download(ctx, fileId)
}

function unitsOf(ids: readonly (string | null)[]): readonly { bodyId: string }[] {
  return ids.flatMap((bodyId) => (bodyId === null ? [] : [{ bodyId }]))
}

/** Pictures are shown on the page; anything else is saved. */
const types: Readonly<Record<string, string>> = { png: 'image/png', jpeg: 'image/jpeg' }

async function download(ctx: Ctx, fileId: string): Promise<Download> {
  const { name, kind, body } = await readKept(ctx, fileId)
  return { name, type: types[kind] ?? 'application/octet-stream', body }
}
