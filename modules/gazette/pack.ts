import { readFile } from 'node:fs/promises'
import { findPlainDate } from '@guangyue/kernel/calendar'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { addSearchTerms } from '@guangyue/platform/search'
import { z } from 'zod'
import { foldCitation, type Issue, issueKeyOf } from './model.ts'
import { registerDocumentFacts } from './service/facts.ts'
import { addBodyTerms } from './service/index-texts.ts'
import * as issueStore from './store/issues.ts'

const day = z.string().nullable()

const packIssue = z.object({
  title: z.string(),
  year: z.number().nullable(),
  number: z.number().nullable(),
  serial: z.number().nullable(),
  label: z.string(),
  sponsor: z.string().nullable(),
  publisher: z.string().nullable(),
  contents: z.array(
    z.object({
      section: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      page: z.number().nullable(),
    }),
  ),
})

const packDocument = z.looseObject({
  number: z.string().nullable(),
  title: z.string(),
  kind: z.string().nullable(),
  issuer: z.string().nullable(),
  signed_on: day,
  addressees: z.array(z.string()),
  first_page: z.number().nullable(),
  headings: z.array(z.object({ path: z.array(z.string()), heading: z.string().nullable() })),
  effective_from: day,
  effective_until: day,
})

type PackIssue = z.output<typeof packIssue>
type PackDocument = z.output<typeof packDocument>

/**
 * Puts an issue's cover and the facts of its documents on record, without their text, from `issue.json` and
 * `documents.json`; a pack without them has none. Safe to repeat; what an import has filled in stays.
 */
export async function loadGazettePack(ctx: Ctx, folder: URL): Promise<void> {
  const documents = (await readJson(new URL('documents.json', folder), z.array(packDocument))) ?? []
  const printed = await readJson(new URL('issue.json', folder), packIssue)
  await ctx.transact(async (tx) => {
    const issueId = printed ? await registerIssue(ctx, tx, printed) : null
    for (const document of documents) await registerDocument(ctx, tx, { document, printed, issueId })
    await addBodyTerms(tx, ctx.today)
    await addSearchTerms(
      tx,
      documents.flatMap(({ headings }) => headings.flatMap(({ heading }) => heading ?? [])),
    )
  })
}

async function registerIssue(ctx: Ctx, tx: Tx, printed: PackIssue): Promise<string> {
  const known = await issueStore.findPrintedIssue(tx, printed)
  if (known) return known.id
  const issue: Issue = {
    id: ctx.newId(),
    key: issueKeyOf(printed.year, printed.number, printed.label),
    title: printed.title,
    year: printed.year,
    number: printed.number,
    serial: printed.serial,
    label: printed.label,
    sponsor: printed.sponsor,
    publisher: printed.publisher,
    contents: printed.contents,
    version: 0,
  }
  await issueStore.putIssue(tx, issue, null)
  return issue.id
}

async function registerDocument(
  ctx: Ctx,
  tx: Tx,
  { document, printed, issueId }: { document: PackDocument; printed: PackIssue | undefined; issueId: string | null },
): Promise<void> {
  const entry = printed?.contents.find((row) =>
    document.number === null
      ? row.number === null && foldCitation(row.title).startsWith(foldCitation(document.title))
      : row.number !== null && foldCitation(row.number) === foldCitation(document.number),
  )
  await registerDocumentFacts(ctx, tx, {
    number: document.number,
    title: document.title,
    kind: document.kind,
    issuer: document.issuer,
    signedOn: findPlainDate(document.signed_on ?? '') ?? null,
    addressees: document.addressees.length > 0 ? document.addressees.join('，') : null,
    effectiveFrom: findPlainDate(document.effective_from ?? '') ?? null,
    effectiveUntil: findPlainDate(document.effective_until ?? '') ?? null,
    issueId: entry ? issueId : null,
    section: entry?.section ?? null,
    page: entry?.page ?? document.first_page,
    origin: 'pack',
    facts: document,
  })
}

async function readJson<Schema extends z.ZodType>(file: URL, schema: Schema): Promise<z.output<Schema> | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : schema.parse(JSON.parse(text))
}
