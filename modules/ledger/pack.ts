import { readFile } from 'node:fs/promises'
import { citationOf } from '@guangyue/kernel/provision'
import { findDocuments, foldCitation } from '@guangyue/modules/gazette'
import type { Ctx } from '@guangyue/platform/db'
import { z } from 'zod'
import type { Reading } from './model/ledger.ts'
import { documentRow } from './on-issue-imported.ts'
import { draftBatch } from './service/draft.ts'
import type { NewDocument, RankGoal } from './store/documents.ts'
import { upsertIndicators } from './store/documents.ts'

const path = z.array(z.string())
const kinds = [
  'by',
  'during',
  'from',
  'recurring',
  'duration',
  'relative',
  'fuzzy',
  'ongoing',
  'due-year-unknown',
] as const
const day = z.iso.date().nullable()

const MeasureRow = z.object({
  document: z.string(),
  path,
  title: z.string(),
  assignments: z.array(
    z.object({
      leads: z.array(z.string()),
      supports: z.array(z.string()),
      label: z.string().nullable(),
      covers: z.string().nullable().default(null),
    }),
  ),
  deadlines: z.array(
    z.object({ phrase: z.string(), kind: z.enum(kinds), due: day, start: day, rule: z.string().nullable() }),
  ),
  targets: z.array(
    z.object({
      phrase: z.string().default(''),
      metric: z.string(),
      op: z.enum(['>=', '<=', '>', '<', '=', 'about']),
      value: z.number(),
      unit: z.string(),
      by: day.default(null),
      baseline: z.number().nullable().default(null),
    }),
  ),
})

const IndicatorRow = z.object({
  key: z.string(),
  order: z.int(),
  name: z.string(),
  chapters: z.array(path),
  commander: z.object({ post: z.string() }).nullish(),
  /** The rank in the province that is asked for. */
  target: z
    .object({
      if_within: z.int().positive(),
      reach: z.int().positive(),
      otherwise_reach: z.int().positive(),
      basis: z.array(z.object({ document: z.string(), path })).min(1),
    })
    .nullish(),
  basis: z.array(z.looseObject({ document: z.string().optional() })),
})

/**
 * Loads a pack's measures as drafts (facts without text) and its indicators. The documents are those that the gazette
 * module put on record. Safe to repeat; what people or an import did since stays.
 */
export async function loadLedgerPack(ctx: Ctx, folder: URL): Promise<void> {
  const measures = await readRows(new URL('measures.json', folder), MeasureRow)
  const indicators = await readRows(new URL('indicators.json', folder), IndicatorRow)
  const known = await findDocuments(ctx.db, [...new Set(measures.map(({ document }) => document))])
  const documents: NewDocument[] = []
  for (const document of new Set(known.values())) documents.push(await documentRow(ctx, document))
  await ctx.transact(async (tx) => {
    await draftBatch(ctx, tx, {
      documents,
      whole: new Set(),
      measures: measures.flatMap((row) => {
        const document = known.get(row.document)
        if (!document) return []
        return [
          { folded: foldCitation(document.key), path: row.path, source: 'pack' as const, reading: readingOf(row) },
        ]
      }),
    })
    await upsertIndicators(
      tx,
      indicators.map((row) => ({
        key: row.key,
        position: row.order,
        name: row.name,
        folded: foldCitation(row.basis[0]?.document ?? ''),
        chapters: row.chapters.map((chapter) => chapter.join('/')),
        commander: row.commander?.post ?? null,
        goal: goalOf(row.target),
      })),
    )
  })
}

function goalOf(target: z.output<typeof IndicatorRow>['target']): RankGoal | null {
  if (!target) return null
  const [at] = target.basis
  const basis = at ? citationOf(at) : ''
  return { within: target.if_within, reach: target.reach, otherwise: target.otherwise_reach, basis }
}

function readingOf(row: z.output<typeof MeasureRow>): Reading {
  const { title, assignments, targets } = row
  const deadlines = row.deadlines as unknown as Reading['deadlines']
  return { title, text: null, assignments, deadlines, targets, marks: [], line: null, leadByRule: null }
}

/** The rows of a file of a pack; none where there is no such file. What does not fit is told by file, row and place. */
export async function readRows<Row extends z.ZodType>(file: URL, row: Row): Promise<readonly z.output<Row>[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  const read = z.array(row).safeParse(JSON.parse(text))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const name = file.pathname.split('/').at(-1)
  throw new Error(
    `数据包文件 ${name} 第 ${Number(issue?.path[0] ?? 0) + 1} 行：${issue?.path.slice(1).join('.')} ${issue?.message}`,
  )
}
