import { readFile } from 'node:fs/promises'
import type { Ctx } from '@guangyue/platform/db'
import { z } from 'zod'
import { foldName } from './model.ts'
import * as store from './pack-store.ts'

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
const Validity = { effective_from: Day, effective_to: Day }
const Basis = z.array(z.record(z.string(), z.unknown()))

const BodyRow = z.object({
  key: z.string(),
  name: z.string(),
  short: z.string(),
  kind: z.string(),
  level: z.string().nullable(),
  division: z.string().nullable(),
  parent: z.string().nullable(),
  aliases: z.array(z.object({ name: z.string(), basis: Basis, ...Validity })),
  names: z.array(z.object({ name: z.string(), short: z.string(), ...Validity })),
  successors: z.array(z.object({ body: z.string().optional(), name: z.string(), effective_from: Day, basis: Basis })),
  certainty: z.string().nullable(),
  assigned: z.boolean(),
  note: z.string().nullable(),
  ...Validity,
})
const GroupRow = z.object({
  key: z.string(),
  name: z.string(),
  printed: z.array(z.string()),
  members: z.array(z.string()),
  complete: z.boolean(),
})
const TenureRow = z.object({
  person: z.string(),
  post: z.string(),
  act: z.enum(['appoint', 'remove', 'lapse']),
  document: z.string(),
  effective_from: Day,
  effective_to: Day,
  probation_months: z.number().int().nullable(),
  rank_note: z.string().nullable(),
})
const PostRow = z.object({ key: z.string(), name: z.string() })

export type BodyRow = z.infer<typeof BodyRow>
export type GroupRow = z.infer<typeof GroupRow>

/** Reads one JSON list of a pack; a file that the pack does not have is an empty list. Throws with file and row. */
async function readRows<Row>(folder: URL, file: string, row: z.ZodType<Row>): Promise<readonly Row[]> {
  const text = await readFile(new URL(file, folder), 'utf8').catch(() => '[]')
  const read = z.array(row).safeParse(JSON.parse(text))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new Error(
    `数据包文件 ${file} 第 ${Number(issue?.path[0] ?? 0) + 1} 行的 ${issue?.path.slice(1).join('.')}：${issue?.message}`,
  )
}

/** Two rows of one key would become one body with both names. */
function refuseTwins(file: string, rows: readonly { readonly key: string }[]): void {
  const seen = new Set<string>()
  for (const { key } of rows) {
    if (seen.has(key)) throw new Error(`数据包文件 ${file} 有两行的 key 同为 ${key}`)
    seen.add(key)
  }
}

/** Loads bodies, names, aliases, groups, posts and tenures of a pack; rows that are there already stay as they are. */
export async function loadOrganisations(ctx: Ctx, folder: URL): Promise<void> {
  const bodies = await readRows(folder, 'bodies.json', BodyRow)
  const groups = await readRows(folder, 'groups.json', GroupRow)
  refuseTwins('bodies.json', bodies)
  refuseTwins('groups.json', groups)
  await ctx.transact(async (tx) => {
    const made = await store.insertBodies(
      tx,
      bodies.map((row, position) => ({ ...row, id: ctx.newId(), position })),
    )
    const ids = await store.findBodyIds(tx)
    await store.linkParents(
      tx,
      bodies.flatMap(({ key, parent }) => (parent && made.has(key) ? [{ key, parent }] : [])),
    )
    await store.insertNames(
      tx,
      bodies.flatMap((row) =>
        namesOf(row).map((name) => ({ ...name, id: ctx.newId(), bodyId: ids.get(row.key) ?? '' })),
      ),
    )
    await store.insertAliases(
      tx,
      bodies.flatMap((row) =>
        row.aliases.map((alias) => ({
          ...alias,
          id: ctx.newId(),
          bodyId: ids.get(row.key) ?? '',
          folded: foldName(alias.name),
        })),
      ),
    )
    await store.insertSuccessors(
      tx,
      bodies.flatMap((row) =>
        row.successors.map((successor) => ({
          id: ctx.newId(),
          bodyId: ids.get(row.key) ?? '',
          successorId: ids.get(successor.body ?? '') ?? null,
          name: successor.name,
          effectiveFrom: successor.effective_from,
          basis: JSON.stringify(successor.basis),
        })),
      ),
    )
    await store.insertGroups(
      tx,
      groups.map((row) => ({ ...row, id: ctx.newId() })),
      ids,
    )
    await ctx.audit(tx, 'organisations.load-pack', {
      thing: `city/${ctx.city.key}`,
      after: { bodies: bodies.length, groups: groups.length },
    })
  })
}

/** Acts of the pack in the order of their days, removals of a day after its appointments. */
export async function readPackActs(folder: URL): Promise<readonly z.infer<typeof TenureRow>[]> {
  const posts = new Map((await readRows(folder, 'posts.json', PostRow)).map(({ key, name }) => [key, name]))
  const rows = await readRows(folder, 'tenures.json', TenureRow)
  return rows.map((row) => ({ ...row, post: posts.get(row.post) ?? row.post }))
}

function namesOf(
  row: BodyRow,
): { name: string; short: string; effective_from: string | null; effective_to: string | null }[] {
  return row.names.length > 0
    ? row.names
    : [{ name: row.name, short: row.short, effective_from: null, effective_to: null }]
}
