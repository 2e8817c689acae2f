import { type IssueRead, parseIssue } from '@guangyue/kernel/gazette-text'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { DomainError } from '@guangyue/platform/errors'
import type { UploadedFile } from '@guangyue/platform/http'
import { ImportNotFailed, ImportUnknown, NotAGazette, SourceLost } from '../errors.ts'
import { importReceived } from '../events.ts'
import type { Import, Refusal } from '../model.ts'
import { readSource } from '../source/index.ts'
import * as importStore from '../store/imports.ts'
import { nameUntitled } from './name-untitled.ts'
import { readCounts, writeIssue } from './write-issue.ts'

export interface Received {
  readonly id?: string
  /** The year that dates without one mean, where the text prints none. */
  readonly year?: number
}

/** Takes a file in and answers at once; it is read afterwards. The same request (`id`) twice is one import. */
export async function receiveImport(
  ctx: Ctx,
  file: UploadedFile,
  { id = ctx.newId(), year }: Received = {},
): Promise<Import> {
  ctx.require('gazette.import')
  // The bytes are kept before the row: a row never points to nothing, and bytes without a row are harmless.
  const fileDigest = await ctx.city.files.put(file.bytes)
  await ctx.transact(async (tx) => {
    const added = await importStore.insertImport(tx, {
      id,
      fileName: file.name,
      fileSize: file.bytes.length,
      fileDigest,
      year: year ?? null,
      accountId: ctx.actor.accountId,
      accountName: ctx.actor.name,
      receivedAt: ctx.now,
    })
    if (!added) return
    await ctx.audit(tx, 'gazette.import', { thing: `import/${id}`, after: { file: fileDigest, year } })
    await ctx.publish(tx, importReceived(id))
  })
  return getImport(ctx, id)
}

/** How far an import has come. */
export async function getImport(ctx: Ctx, id: string): Promise<Import> {
  const found = await importStore.findImport(ctx.db, id)
  if (!found) throw new ImportUnknown()
  return found
}

export function listImports(ctx: Ctx): Promise<readonly Import[]> {
  return importStore.listImports(ctx.db, 50)
}

/** Reads the file of a failed import once more. */
export async function retryImport(ctx: Ctx, id: string): Promise<Import> {
  ctx.require('gazette.import')
  const { stage } = await getImport(ctx, id)
  if (stage !== 'failed') throw new ImportNotFailed(stage)
  await ctx.transact(async (tx) => {
    await importStore.moveImport(tx, id, { stage: 'received', percent: 5, refusal: null, finishedAt: null })
    await ctx.audit(tx, 'gazette.import', { thing: `import/${id}`, reason: '重试' })
    await ctx.publish(tx, importReceived(id))
  })
  return getImport(ctx, id)
}

/**
 * Reads a received file and puts it on record. Runs after the request, perhaps twice, perhaps after a crash: what is
 * written comes in one transaction with the end of the import, so a repeated run finds either nothing or everything.
 */
export async function runImport(ctx: Ctx, id: string): Promise<void> {
  if (!(await importStore.moveImport(ctx.db, id, { stage: 'reading', percent: 10, refusal: null }))) return
  try {
    await readAndWrite(ctx, id)
  } catch (error) {
    if (error instanceof DomainError) return refuse(ctx, id, refusalOf(error))
    await importStore.moveImport(ctx.db, id, {
      stage: 'failed',
      percent: 0,
      refusal: {
        code: 'gazette.import-broken-off',
        message: '处理中断，没有写入任何内容；系统会自动重试，也可以手动重试。文件已保留，不需要重新上传。',
      },
    })
    throw error
  }
}

export interface DraftedImport {
  readonly importId: string
  /** What the draft holds, e.g. `{ measures: 252, tasks: 310, open: 23 }`. */
  readonly counts: Readonly<Record<string, number>>
}

/** The ledger has made its draft of an import: said by the ledger, in its own transaction. */
export async function markDrafted(ctx: Ctx, tx: Tx, { importId, counts }: DraftedImport): Promise<void> {
  await importStore.setDrafted(tx, { id: importId, draft: counts, at: ctx.now })
}

async function readAndWrite(ctx: Ctx, id: string): Promise<void> {
  const { fileName, fileDigest, year } = await getImport(ctx, id)
  const bytes = await ctx.city.files.get(fileDigest)
  if (!bytes) throw new SourceLost()
  const source = await readSource(bytes, fileName)
  if (!source.ok) return refuse(ctx, id, { code: source.code, message: source.message })
  await importStore.moveImport(ctx.db, id, { stage: 'parsing', percent: 30, notes: source.notes })
  const text = source.text.replaceAll('\u0000', '')
  const parsed = parseIssue(text, year === null ? {} : { year })
  refuseWhatIsNone(parsed)
  const read = nameUntitled(parsed, fileName)
  await importStore.moveImport(ctx.db, id, { stage: 'writing', percent: 60, counts: readCounts(read, read.faults) })
  await ctx.transact((tx) =>
    writeIssue(ctx, tx, {
      importId: id,
      text,
      read,
      fileName,
      fileKind: source.kind,
      fileDigest,
      year,
      pages: source.pages ?? null,
      notes: source.notes,
    }),
  )
}

/** A text without a cover, without any numbered or divided document and of which nothing was read is no gazette. */
function refuseWhatIsNone(read: IssueRead): void {
  const none = read.faults.find(({ code }) => code === 'not-a-gazette')
  const somewhat =
    read.measures.length + read.appointments.length + read.chronicle.length > 0 ||
    read.documents.some(({ number, provisions }) => number !== null || provisions.some(({ mark }) => mark !== null))
  if (read.documents.length === 0 || (none && !somewhat)) throw new NotAGazette(none?.line ?? 1)
}

function refusalOf({ code, said }: DomainError): Refusal {
  return { code, message: [said.what, said.kept, said.todo].filter((part) => part !== undefined).join('。') }
}

async function refuse(ctx: Ctx, id: string, refusal: Refusal): Promise<void> {
  await ctx.transact(async (tx) => {
    await importStore.moveImport(tx, id, { stage: 'refused', percent: 100, refusal, finishedAt: ctx.now })
    await ctx.audit(tx, 'gazette.import', { thing: `import/${id}`, after: { refused: refusal.code } })
  })
}
