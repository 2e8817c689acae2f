import { createHash } from 'node:crypto'
import { findCitation } from '@guangyue/kernel/provision'
import { resolveNames } from '@guangyue/modules/organisations'
import type { Ctx, Tx } from '@guangyue/platform/db'
import type { UploadedFile } from '@guangyue/platform/http'
import { SheetChoiceInvalid, SheetUnknown, SheetUnreadable } from '../errors.ts'
import type { DraftFault } from '../model/ledger.ts'
import { readWholeSheets, type SheetText } from '../sheet/read-sheets.ts'
import { rowsOfSheet, type SheetChoice, type SheetRow } from '../sheet/row.ts'
import { guessHeaderRow, guessMapping, guessYear, headersOf, signatureOf } from '../sheet/understand.ts'
import type { LedgerDocument } from '../store/documents.ts'
import {
  findMappings,
  findSheet,
  findTakenRows,
  keepSheet,
  rememberMapping,
  type StoredSheet,
} from '../store/sheets.ts'
import { basisDocument } from './by-hand.ts'
import { draftBatch, type IncomingMeasure } from './draft.ts'

/** Takes an office's spreadsheet in: its sheets, where their heads seem to be, and what the columns seem to mean. */
export async function uploadSheet(ctx: Ctx, file: UploadedFile) {
  ctx.require('ledger.draft')
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const sheets = readWholeSheets(file.bytes)
    .filter(({ rows, hidden }) => rows.length > 0 && !hidden)
    .map(({ faults: _, ...sheet }): SheetText => sheet)
  if (sheets.length === 0) throw new SheetUnreadable('表格中没有内容', '请核对文件，确认可见的工作表中有数据')
  const id = await ctx.transact(async (tx) => {
    const kept = { id: ctx.newId(), fileName: file.name, digest, sheets, accountId: ctx.actor.accountId, at: ctx.now }
    const sheetId = await keepSheet(tx, kept)
    await ctx.audit(tx, 'ledger.upload-sheet', { thing: `sheet/${sheetId}`, after: { digest } })
    return sheetId
  })
  const guesses = sheets.map((sheet) => ({ sheet, headerRow: guessHeaderRow(sheet.rows) }))
  const signatures = guesses.map(({ sheet, headerRow }) => signatureOf(headersOf(sheet.rows, headerRow ?? 0)))
  const known = await findMappings(ctx.db, signatures)
  const [first] = guesses
  return {
    id,
    fileName: file.name,
    sheets: guesses.map(({ sheet, headerRow }, at) => {
      const headers = headersOf(sheet.rows, headerRow ?? 0)
      const remembered = known.get(signatures[at] ?? '')
      return {
        name: sheet.name,
        rows: sheet.rows.length,
        headerRow,
        headers: [...headers],
        mapping: remembered ?? guessMapping(headers),
        remembered: remembered !== undefined,
        sample: sheet.rows.slice(0, (headerRow ?? 0) + 8).map((row) => row.map((text) => text.slice(0, 200))),
      }
    }),
    takenBefore: (await findTakenRows(ctx.db, digest)).size,
    year: guessYear(file.name, first?.sheet.rows.slice(0, first.headerRow ?? 0) ?? []),
  }
}

export interface SheetSelection extends SheetChoice {
  readonly id: string
  readonly sheet: string
}

/** What each row would become, with what is doubtful about it. Nothing is written. */
export async function previewSheet(
  ctx: Ctx,
  input: SheetSelection & { readonly after: number; readonly limit: number },
) {
  ctx.require('ledger.draft')
  const { stored, sheet } = await chosen(ctx, input)
  const rows = rowsOfSheet(sheet, input)
  const taken = await findTakenRows(ctx.db, stored.digest)
  const names = [...new Set(rows.flatMap(({ leads, supports }) => [...leads, ...supports]))]
  const resolved = await resolveNames(ctx.db, names, `${input.year}-12-31`)
  const presented = rows.map(({ reading: _, ...row }) => {
    const open = (field: 'leads' | 'supports') =>
      row[field].flatMap((name) => {
        const kind = resolved.get(name)?.kind
        if (kind === 'body' || kind === 'group') return []
        const message =
          kind === 'several' ? `“${name}”对应多个机构，录入后请选定` : `“${name}”不在机构名录中，录入后请认定`
        return [{ field, message, stops: false }]
      })
    return {
      ...row,
      leads: [...row.leads],
      supports: [...row.supports],
      taken: taken.has(keyOf(stored, sheet, row.row)),
      faults: [...row.faults, ...open('leads'), ...open('supports')],
    }
  })
  const from = presented.findIndex(({ row }) => row > input.after)
  return {
    total: rows.length,
    faulty: presented.filter(({ faults }) => faults.length > 0).length,
    rows: from < 0 ? [] : presented.slice(from, from + input.limit),
  }
}

/**
 * Takes the rows in as drafts, in one transaction, and remembers what the columns mean. A row of this very file that
 * was taken before is left as it is, whatever became of it.
 */
export async function applySheet(ctx: Ctx, input: SheetSelection) {
  ctx.require('ledger.draft')
  const { stored, sheet } = await chosen(ctx, input)
  const rows = rowsOfSheet(sheet, input)
  const usable = rows.filter(({ faults }) => !faults.some(({ stops }) => stops))
  return ctx.transact(async (tx) => {
    const taken = await findTakenRows(tx, stored.digest)
    const fresh = usable.filter(({ row }) => !taken.has(keyOf(stored, sheet, row)))
    const documents = await documentsOf(ctx, tx, fresh)
    const measures = fresh.flatMap((row) => incoming(row, { documents, key: keyOf(stored, sheet, row.row), sheet }))
    const unique = new Map([...documents.values()].map(({ document }) => [document.folded, document]))
    const { created } = await draftBatch(ctx, tx, { documents: [...unique.values()], measures, whole: new Set() })
    const signature = signatureOf(headersOf(sheet.rows, input.headerRow))
    await rememberMapping(tx, { signature, mapping: input.mapping, by: ctx.actor.accountId, at: ctx.now })
    await ctx.audit(tx, 'ledger.apply-sheet', { thing: `sheet/${stored.id}`, after: { sheet: sheet.name, created } })
    return {
      created,
      alreadyTaken: usable.length - fresh.length,
      leftOut: rows.length - usable.length,
      documentIds: [...unique.values()].map(({ id }) => id),
    }
  })
}

async function chosen(ctx: Ctx, input: SheetSelection): Promise<{ stored: StoredSheet; sheet: SheetText }> {
  const stored = await findSheet(ctx.db, input.id)
  if (!stored) throw new SheetUnknown()
  const sheet = stored.sheets.find(({ name }) => name === input.sheet)
  if (!sheet) throw new SheetChoiceInvalid([{ field: 'sheet', message: `文件中没有名为“${input.sheet}”的工作表` }])
  if (input.headerRow >= sheet.rows.length) {
    throw new SheetChoiceInvalid([{ field: 'headerRow', message: `这张表只有 ${sheet.rows.length} 行` }])
  }
  if (input.mapping.title === undefined) {
    throw new SheetChoiceInvalid([{ field: 'mapping.title', message: '请指定哪一列是任务名称' }])
  }
  return { stored, sheet }
}

function keyOf({ digest }: StoredSheet, { name }: SheetText, row: number): string {
  return `${digest}:${name}:${row}`
}

interface Basis {
  readonly document: LedgerDocument
  readonly path: readonly string[]
}

/** The document of each basis that the rows name; one that no text is held of stands in the ledger alone. */
async function documentsOf(ctx: Ctx, tx: Tx, rows: readonly SheetRow[]): Promise<ReadonlyMap<string, Basis>> {
  const found = new Map<string, Basis>()
  for (const text of new Set(rows.map(({ basis }) => basis))) {
    const cited = findCitation(text)
    const path = cited?.path ?? []
    const name = cited && path.length > 0 ? cited.document : text
    const isNumber = /〔\d{4}〕\d+号$/.test(cited?.document ?? '')
    const number = isNumber ? (cited?.document ?? null) : null
    const document = await basisDocument(ctx, tx, { kind: '其他', title: name, number, source: 'xlsx' })
    found.set(text, { document, path })
  }
  return found
}

function incoming(
  row: SheetRow,
  from: { documents: ReadonlyMap<string, Basis>; key: string; sheet: SheetText },
): readonly IncomingMeasure[] {
  const basis = from.documents.get(row.basis)
  if (!basis) return []
  const place = row.clause ? [row.clause] : [`${from.sheet.name} 第${row.row}行`]
  return [
    {
      folded: basis.document.folded,
      path: basis.path.length > 0 ? basis.path : place,
      source: 'xlsx',
      sourceKey: from.key,
      reading: row.reading,
      faults: row.faults.filter(({ field }) => field === 'due' || field === 'target').map(asDraftFault(row.row)),
    },
  ]
}

function asDraftFault(line: number) {
  return ({ message }: { readonly message: string }): DraftFault => ({
    code: 'reading',
    message,
    blocking: false,
    task: null,
    name: null,
    line,
  })
}
