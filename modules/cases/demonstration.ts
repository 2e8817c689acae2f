import { readFile } from 'node:fs/promises'
import { addDays, type PlainDate } from '@guangyue/kernel/calendar'
import { type Ctx, contextFor, type DomainEvent, findPlay } from '@guangyue/platform/db'
import { z } from 'zod'
import { activeActors } from '../identity/index.ts'
import { actOnCase } from './act.ts'
import { party as Party } from './api/apply.ts'
import { act as Act } from './api.ts'
import { saveDraft } from './drafts.ts'
import { caseGrants } from './grants.ts'
import { addMaterial } from './materials.ts'
import { findCase } from './store.ts'
import { submitCase } from './submit.ts'

/** Invented cases of a pack's `demo/cases.json`: what happened so many days before the day on which the city stands. */
const Cases = z.array(
  z.strictObject({
    id: z.uuid(),
    item: z.string(),
    daysBefore: z.int().min(0),
    by: z.string(),
    /** At a window: the paper that was shown. */
    identity: z.string().optional(),
    party: Party,
    answers: z.record(z.string(), z.unknown()),
    files: z.array(z.strictObject({ material: z.string(), name: z.string() })),
    acts: z.array(z.strictObject({ daysBefore: z.int().min(0), by: z.string(), act: Act })),
  }),
)
type Case = z.output<typeof Cases>[number]
type As = (username: string) => Ctx | undefined

/** The invented cases of a pack, through the real use cases and each on its day; a city that is played gets them with its days. */
export async function loadDemonstrationCases(ctx: Ctx, folder: URL): Promise<void> {
  const cases = await readCases(folder)
  const [first] = cases
  if (!first || (await findPlay(ctx.city)) || (await findCase(ctx.db, first.id))) return
  const actors = new Map((await activeActors(ctx.db)).map((actor) => [actor.username, actor]))
  const published: DomainEvent[] = []
  await ctx.transact(async (tx) => {
    const longest = Math.max(...cases.flatMap((one) => [one.daysBefore, ...one.acts.map((act) => act.daysBefore)]))
    for (let daysBefore = longest; daysBefore >= 0; daysBefore -= 1) {
      const now = new Date(Date.parse(ctx.now) - daysBefore * DAY_MS).toISOString()
      const time = { today: addDays(ctx.today, -daysBefore), now }
      const joint = { tx, time, publish: (event: DomainEvent) => published.push(event) }
      const as: As = (username) => {
        const actor = actors.get(username)
        return actor && contextFor({ city: ctx.city, actor, grants: caseGrants, joint })
      }
      await happen(cases, daysBefore, as)
    }
    for (const { name, payload } of published) await ctx.publish(tx, { name, payload })
  })
}

/** What of the pack's cases happens on a day of a play that ends on `lastDay`. */
export async function playCaseDay(
  { today, lastDay, as }: { readonly today: PlainDate; readonly lastDay: PlainDate; readonly as: As },
  folder: URL,
): Promise<void> {
  const cases = await readCases(folder)
  const daysBefore = (Date.parse(lastDay) - Date.parse(today)) / DAY_MS
  await happen(cases, daysBefore, as)
}

const DAY_MS = 86_400_000

async function readCases(folder: URL): Promise<readonly Case[]> {
  const text = await readFile(new URL('demo/cases.json', folder), 'utf8').catch(() => '[]')
  return Cases.parse(JSON.parse(text))
}

/** Submissions and acts of one day. Who has no account in this city does nothing. */
async function happen(cases: readonly Case[], daysBefore: number, as: As): Promise<void> {
  for (const one of cases) {
    if (one.daysBefore === daysBefore) await submit(one, as(one.by))
    for (const { by, act } of one.acts.filter((row) => row.daysBefore === daysBefore)) {
      const ctx = as(by)
      const file = ctx && (await findCase(ctx.db, one.id))
      if (!file) continue
      const told = 'noticedOn' in act ? { ...act, noticedOn: ctx.today } : act
      await actOnCase(ctx, { id: one.id, version: file.version, act: told })
    }
  }
}

async function submit({ id, item, party, answers, identity, files }: Case, ctx: Ctx | undefined): Promise<void> {
  if (!ctx) return
  const place = identity === undefined ? ('online' as const) : ('window' as const)
  await saveDraft(ctx, { id, version: 0, itemCode: item, place, party, answers })
  for (const { material, name } of files) await addMaterial(ctx, { id, material, file: { name, bytes: picture } })
  await submitCase(ctx, { id, itemCode: item, party, answers, identity })
}

/** One white dot: invented papers show nothing. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
