import { isDeepStrictEqual } from 'node:util'
import { type Resolution, resolveNames } from '@guangyue/modules/organisations'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { differenceOf } from '../model/difference.ts'
import { draftTasks } from '../model/draft-tasks.ts'
import { faultsOf, openNames, partyOf } from '../model/faults.ts'
import type { DraftFault, DraftTask, Reading, Source, TaskProposal } from '../model/ledger.ts'
import { type LedgerDocument, type NewDocument, upsertDocuments } from '../store/documents.ts'
import {
  type DraftChange,
  type DraftRow,
  insertMeasures,
  lockMeasures,
  type Measure,
  updateMeasures,
} from '../store/measures.ts'

/** A clause that comes in, from whatever source. */
export interface IncomingMeasure {
  /** The document's citation, folded. */
  readonly folded: string
  readonly path: readonly string[]
  readonly source: Source
  /** Row of a spreadsheet, so that it is taken once. */
  readonly sourceKey?: string | null
  readonly reading: Reading
  /** What the reader of the file said about these lines. */
  readonly faults?: readonly DraftFault[]
}

export interface Batch {
  readonly documents: readonly NewDocument[]
  readonly measures: readonly IncomingMeasure[]
  /** Folded citations of documents whose clauses are all here: a clause on record that is missing is flagged. */
  readonly whole: ReadonlySet<string>
}

export interface DraftCounts {
  readonly measures: number
  readonly tasks: number
  readonly created: number
  readonly changed: number
  readonly faulty: number
}

/**
 * Drafts all clauses of a batch in a handful of statements. A clause is known by document and path: one that is on
 * record is not doubled. An untouched draft is drafted anew from the newer reading; an edited or confirmed one keeps
 * what people did, and the difference is shown beside it. Safe to repeat.
 */
export async function draftBatch(ctx: Ctx, tx: Tx, batch: Batch): Promise<DraftCounts> {
  const documents = new Map((await upsertDocuments(tx, batch.documents)).map((row) => [row.folded, row]))
  const known = new Map(
    (
      await lockMeasures(
        tx,
        [...documents.values()].map(({ id }) => id),
      )
    ).map((row) => [keyOf(row), row]),
  )
  const drafter = await drafterFor(ctx, tx, { documents, measures: batch.measures })
  const inserts: DraftRow[] = []
  const changes: DraftChange[] = []
  const seen = new Set<string>()
  for (const [at, incoming] of numbered(batch.measures, documents).entries()) {
    const key = `${incoming.document.id} ${incoming.pathKey}`
    seen.add(key)
    const old = known.get(key)
    if (!old) inserts.push({ ...drafter.draft(incoming), id: ctx.newId(), position: at })
    else changes.push(...changeOf(old, { ...incoming, position: at }, drafter))
  }
  const whole = new Set([...documents.values()].filter(({ folded }) => batch.whole.has(folded)).map(({ id }) => id))
  const gone = [...known.values()].filter(
    (old) => whole.has(old.documentId) && !seen.has(keyOf(old)) && !old.gone && isPrinted(old.source),
  )
  for (const row of chunks(inserts)) await insertMeasures(tx, row)
  const rewritten = [...changes, ...gone.map((old) => ({ ...old, gone: true, faults: [...old.faults, goneFault] }))]
  for (const row of chunks(rewritten)) await updateMeasures(tx, row)
  return countsOf(inserts, rewritten)
}

const goneFault: DraftFault = {
  code: 'reading-changed',
  message: '最新的文本中没有这一条，请核对后保留或取消',
  blocking: false,
  task: null,
  name: null,
  line: null,
}

const changedFault: DraftFault = { ...goneFault, message: '最新的文本与草稿依据的文本不同，请对照后保留或重新拟稿' }

function ruleFault({ leadByRule, assignments }: Reading): readonly DraftFault[] {
  if (leadByRule === null || assignments.some(({ leads }) => leads.length > 0)) return []
  const message = `原文没有写牵头单位，按文件的通则推定为“${leadByRule}”，请核对`
  return [{ ...goneFault, code: 'rule-lead', message, name: leadByRule }]
}

/** Printed clauses are compared with a newer text; those by hand and from spreadsheets are not in it. */
function isPrinted(source: Source): boolean {
  return source === 'gazette' || source === 'pack'
}

function keyOf({ documentId, pathKey }: Measure): string {
  return `${documentId} ${pathKey}`
}

interface Numbered extends IncomingMeasure {
  readonly document: LedgerDocument
  readonly pathKey: string
}

/** Each clause with its document and a key of its own: a second one of the same path gets `#2`. */
function numbered(
  measures: readonly IncomingMeasure[],
  documents: ReadonlyMap<string, LedgerDocument>,
): readonly Numbered[] {
  const times = new Map<string, number>()
  return measures.flatMap((measure) => {
    const document = documents.get(measure.folded)
    if (!document) return []
    // A spreadsheet's row is known by its file and place, not by the clause that it names.
    const path = measure.sourceKey ?? measure.path.join('/')
    const time = (times.get(`${document.id} ${path}`) ?? 0) + 1
    times.set(`${document.id} ${path}`, time)
    return [{ ...measure, document, pathKey: time === 1 ? path : `${path}#${time}` }]
  })
}

/** What a newer reading does to a clause on record; nothing when it says the same. */
function changeOf(old: Measure, incoming: Numbered & { position: number }, drafter: Drafter): readonly DraftChange[] {
  const { reading } = incoming
  const same = differenceOf(old.reading, reading).length === 0
  const unchanged = isDeepStrictEqual(old.reading, reading)
  if (unchanged && old.incoming === null && !old.gone) return []
  if (reading.text === null && old.reading.text !== null) return []
  if (old.state === 'draft' && !old.edited) {
    return [
      { ...old, ...drafter.draft(incoming), id: old.id, position: incoming.position, incoming: null, gone: false },
    ]
  }
  const faults = old.faults.filter(({ code }) => code !== 'reading-changed')
  const kept = { ...old, position: incoming.position, source: incoming.source, gone: false }
  return same
    ? [{ ...kept, reading, incoming: null, faults }]
    : [{ ...kept, source: old.source, incoming: reading, faults: [...faults, changedFault] }]
}

export interface Drafter {
  draft(incoming: Numbered): Omit<DraftRow, 'id' | 'position'>
  /** Proposals with identities and parties looked up. */
  tasks(proposals: readonly TaskProposal[], day: string): readonly DraftTask[]
}

/** Looks all printed names up once for each signing day, then drafts without asking the database again. */
async function drafterFor(
  ctx: Ctx,
  tx: Tx,
  batch: { documents: ReadonlyMap<string, LedgerDocument>; measures: readonly IncomingMeasure[] },
): Promise<Drafter> {
  const names = new Map<string, Set<string>>()
  for (const { folded, reading } of batch.measures) {
    const day = dayOf(batch.documents.get(folded), ctx)
    const set = names.get(day) ?? new Set()
    names.set(day, set)
    for (const { leads, supports } of reading.assignments) for (const name of [...leads, ...supports]) set.add(name)
  }
  const resolved = new Map<string, ReadonlyMap<string, Resolution>>()
  for (const [day, set] of names) resolved.set(day, await resolveNames(tx, [...set], day))
  const tasks = (proposals: readonly TaskProposal[], day: string) =>
    proposals.map((proposal) => ({
      ...proposal,
      id: ctx.newId(),
      leads: proposal.leads.map((name) => partyOf(name, resolved.get(day)?.get(name))),
      supports: proposal.supports.map((name) => partyOf(name, resolved.get(day)?.get(name))),
    }))
  return {
    tasks,
    draft({ document, path, pathKey, source, sourceKey = null, reading, faults = [] }) {
      const draft = tasks(draftTasks(reading), dayOf(document, ctx))
      const found = [...faultsOf(draft), ...ruleFault(reading), ...faults]
      return {
        documentId: document.id,
        path,
        pathKey,
        title: reading.title,
        source,
        sourceKey,
        reading,
        draft,
        faults: found,
        openNames: openNames(draft),
        blocking: found.some(({ blocking }) => blocking),
        edited: false,
      }
    },
  }
}

/** Names mean what they meant when the document was signed. */
export function dayOf(document: Pick<LedgerDocument, 'signedOn'> | undefined, ctx: Ctx): string {
  return document?.signedOn ?? ctx.today
}

function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500)
}

function countsOf(inserts: readonly DraftRow[], changes: readonly DraftChange[]): DraftCounts {
  const rows = [...inserts, ...changes]
  return {
    measures: rows.length,
    tasks: rows.reduce((sum, { draft }) => sum + draft.length, 0),
    created: inserts.length,
    changed: changes.length,
    faulty: rows.filter(({ faults }) => faults.length > 0).length,
  }
}
