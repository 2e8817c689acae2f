import { yearOf } from '@guangyue/kernel/calendar'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { NotAnExport, SheetUnknown } from '../errors.ts'
import { readTypedDate } from '../model/typed-date.ts'
import type { ExportRow } from '../sheet/export-columns.ts'
import { readWholeSheets } from '../sheet/read-sheets.ts'
import { differenceOfReturn, type ReturnItem, rowsOfReturn } from '../sheet/return-difference.ts'
import { namesIn } from '../sheet/understand.ts'
import { listForExport } from '../store/export-rows.ts'
import { insertMeasures, nextPosition } from '../store/measures.ts'
import { findReturn, insertReturn, lockReturn, type StoredReturn, updateReturnItems } from '../store/returns.ts'
import { basisDocument, factsOnly } from './by-hand.ts'
import { dayOf } from './draft.ts'
import { type EditInput, editTaskIn } from './edit-task.ts'
import { exportRows, SCOPE_SHEET } from './export.ts'
import { withFaults } from './review.ts'
import { readTypedTasks, type TypedDateInput } from './typed-draft.ts'

/** Reads an edited export and keeps the list of what it says differently. Nothing in the ledger changes yet. */
export async function uploadReturn(ctx: Ctx, file: UploadedFile) {
  ctx.require('ledger.confirm')
  const sheets = readWholeSheets(file.bytes)
  const rows = rowsOfReturn(sheets.filter(({ hidden }) => !hidden))
  if (rows === null) throw new NotAnExport()
  const tasks = await listForExport(ctx.db, ctx.today, { as: 'any', state: 'all', reach: null })
  const held = new Map((await exportRows(ctx, tasks)).map((row) => [row.id, row]))
  const written = new Set(sheets.find(({ name }) => name === SCOPE_SHEET)?.rows.map(([id]) => id ?? ''))
  const { unchanged, items: differing } = differenceOfReturn(rows, held, written)
  const items = differing.map((item) => asReadable(item, yearOf(ctx.today)))
  const stored: StoredReturn = { id: ctx.newId(), fileName: file.name, unchanged, items }
  await ctx.transact(async (tx) => {
    await insertReturn(tx, { ...stored, accountId: ctx.actor.accountId, at: ctx.now })
    const left = items.filter((item) => !isAcceptable(item)).length
    const reason = left > 0 ? `${left} 行不能采纳` : undefined
    await ctx.audit(tx, 'ledger.upload-return', {
      thing: `return/${stored.id}`,
      after: { items: items.length },
      reason,
    })
  })
  return present(stored)
}

export async function returnView(ctx: Ctx, id: string) {
  ctx.require('ledger.confirm')
  const stored = await findReturn(ctx.db, id)
  if (!stored) throw new SheetUnknown()
  return present(stored)
}

function present({ items, ...stored }: StoredReturn) {
  return {
    ...stored,
    items: items.map(({ added: _, version: __, fields, ...item }) => ({
      ...item,
      fields: [...fields],
      acceptable: isAcceptable(item),
    })),
  }
}

function isAcceptable({ kind, accepted }: Pick<ReturnItem, 'kind' | 'accepted'>): boolean {
  return (kind === 'changed' || kind === 'added') && !accepted
}

/** A row with a value that cannot be taken is a faulty one from the start, so that the others need not wait for it. */
function asReadable(item: ReturnItem, year: number): ReturnItem {
  const message = isAcceptable(item) ? problemOf(item, year) : null
  return message === null ? item : { ...item, kind: 'faulty', message }
}

function problemOf({ fields, added }: ReturnItem, year: number): string | null {
  const said = new Map(fields.map(({ field, sheet }) => [field, sheet]))
  if (said.get('title')?.trim() === '') return '任务名称不能为空'
  if (said.get('leads')?.trim() === '') return '牵头单位不能为空'
  const held = new Set(datesIn(fields.find(({ field }) => field === 'dates')?.now ?? '').map(textOf))
  for (const text of datesIn(added?.dates ?? said.get('dates') ?? '').map(textOf)) {
    const read = held.has(text) ? null : readTypedDate(text, year)
    if (read !== null && 'problem' in read) return read.problem
  }
  return null
}

function textOf({ phrase = '', due }: TypedDateInput): string {
  return due ?? phrase
}

/**
 * Takes the chosen differences over, all in one transaction. A task that was changed since the upload is left as it is
 * and shown as stale; a value that cannot be read refuses the whole, named by row.
 */
export async function applyReturn(
  ctx: Ctx,
  input: { readonly id: string; readonly items: 'all' | readonly string[] },
): Promise<{ changed: number; added: number; leftStale: number }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    const stored = await lockReturn(tx, input.id)
    if (!stored) throw new SheetUnknown()
    const wanted = input.items === 'all' ? null : new Set(input.items)
    const counts = { changed: 0, added: 0, leftStale: 0 }
    const after: ReturnItem[] = []
    for (const item of stored.items) {
      const take = isAcceptable(item) && (wanted === null || wanted.has(item.id))
      after.push(take ? await takeOver(ctx, tx, { item, counts }) : item)
    }
    await updateReturnItems(tx, stored.id, after)
    await ctx.audit(tx, 'ledger.apply-return', { thing: `return/${stored.id}`, after: counts })
    return counts
  })
}

interface Taking {
  readonly item: ReturnItem
  readonly counts: { changed: number; added: number; leftStale: number }
}

async function takeOver(ctx: Ctx, tx: Tx, { item, counts }: Taking): Promise<ReturnItem> {
  if (item.added) {
    await addRow(ctx, tx, item, item.added)
    counts.added += 1
    return { ...item, accepted: true }
  }
  const edited = await editTaskIn(ctx, tx, editOf(item))
  if (!edited) {
    counts.leftStale += 1
    return { ...item, kind: 'stale', message: '上传之后，这项任务已在台账中改过；请重新导出后再改' }
  }
  counts.changed += 1
  return { ...item, accepted: true }
}

/** What the sheet changes of a task; what it leaves alone is not said. */
function editOf(item: ReturnItem): EditInput {
  const said = new Map(item.fields.map(({ field, sheet }) => [field, sheet]))
  const title = said.get('title')
  if (title !== undefined && title.trim() === '') throw rowFault(item, '任务名称不能为空')
  const names = (text: string | undefined) =>
    text?.trim() === undefined ? undefined : namesIn(text).map((name) => ({ name }))
  return {
    id: item.taskId ?? '',
    version: item.version ?? 0,
    step: 'sheet-return',
    reason: `表格第 ${item.row} 行`,
    field: `第 ${item.row} 行`,
    title: title?.trim().slice(0, 300),
    leads: names(said.get('leads')),
    supports: names(said.get('supports')),
    dates: said.has('dates') ? datesIn(said.get('dates') ?? '') : undefined,
  }
}

function datesIn(cell: string): readonly TypedDateInput[] {
  return cell
    .split(/[；;\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? { phrase: '', due: text } : { phrase: text }))
}

function rowFault({ row }: ReturnItem, message: string): InputInvalid {
  return new InputInvalid([{ field: `第 ${row} 行`, message }])
}

/** A row without a task number is a new clause of its document, as a draft to be confirmed like any other. */
async function addRow(ctx: Ctx, tx: Tx, item: ReturnItem, row: ExportRow): Promise<void> {
  const isNumber = /〔\d{4}〕\d+号$/.test(row.document)
  const basis = { kind: '其他', title: row.document, number: isNumber ? row.document : null }
  const document = await basisDocument(ctx, tx, { ...basis, source: 'xlsx' })
  const typed = {
    id: ctx.newId(),
    title: row.title.slice(0, 300),
    leads: namesIn(row.leads).map((name) => ({ name })),
    supports: namesIn(row.supports).map((name) => ({ name })),
    dates: datesIn(row.dates),
    targets: [],
  }
  const field = `第 ${item.row} 行`
  const draft = await readTypedTasks(tx, [typed], { day: dayOf(document, ctx), known: [], parties: [], field })
  const id = ctx.newId()
  const position = await nextPosition(tx, document.id)
  const path = [row.clause || `第${position + 1}项`]
  await insertMeasures(tx, [
    {
      id,
      documentId: document.id,
      position,
      path,
      pathKey: `${path.join('/')}#${id.slice(-12)}`,
      title: row.measure || row.title,
      source: 'xlsx',
      sourceKey: null,
      reading: factsOnly(row.measure || row.title),
      ...withFaults({ faults: [] }, draft),
      edited: true,
    },
  ])
}
