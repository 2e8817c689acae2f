import { addMonths, findPlainDate, type PlainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import { bodiesOn, probationsEnding, resolveNames, tenures } from '../../organisations/index.ts'
import { listActs } from '../store/acts.ts'
import { listChronicle } from '../store/chronicle.ts'
import { actsByDocument, tenureRows } from './official-acts.ts'
import type { OfficialsView, PersonView } from './officials.view.ts'
import { typed } from './typed.ts'
import { words } from './words.ts'

/** What `/officials` takes; a day that is none is as if it were not there. */
export const officialsQuery = z.object({
  day: typed(10),
  body: typed(100),
  name: typed(50),
})

/** Who held which post on a day, in a body, by name; the notices; and whose probation ends soon. */
export async function loadOfficials(
  ctx: Ctx,
  asked: z.output<typeof officialsQuery>,
): Promise<PageResult<OfficialsView>> {
  const day = findPlainDate(asked.day) ?? ctx.today
  const [bodies, bodyId] = await Promise.all([bodiesOn(ctx, day), findBody(ctx, asked.body, day)])
  const held = await tenures(ctx.db, {
    day,
    bodyId: bodyId ?? null,
    // A body that is not known by that name is looked for in the post itself.
    text: asked.name.trim() || (bodyId === undefined ? asked.body.trim() : '') || null,
  })
  const ending = await probationsEnding(ctx.db, day, addMonths(day, 1))
  return {
    title: words(ctx.lang, 'officials'),
    crumbs: [{ label: words(ctx.lang, 'officials') }],
    view: {
      filter: { day, body: asked.body, name: asked.name },
      bodies: bodies.map(({ name }) => name),
      tenures: await tenureRows(ctx.db, held),
      acts: actsByDocument(await listActs(ctx.db, {})),
      ending: await tenureRows(ctx.db, ending),
    },
  }
}

/** What the gazette prints of a person: posts, acts, days of the chronicle. Nothing else is known or shown. */
export async function loadPerson(ctx: Ctx, person: string): Promise<PageResult<PersonView>> {
  const [held, acts, chronicle] = await Promise.all([
    tenures(ctx.db, { day: null, bodyId: null, text: person }),
    listActs(ctx.db, { person }),
    listChronicle(ctx.db, { from: null, to: null, person, words: [], limit: 200, offset: 0 }),
  ])
  const rows = await tenureRows(
    ctx.db,
    held.filter((tenure) => tenure.person === person),
  )
  return {
    title: person,
    status: rows.length + acts.length + chronicle.total === 0 ? 404 : 200,
    crumbs: [{ href: '/officials', label: words(ctx.lang, 'officials') }, { label: person }],
    view: {
      person,
      tenures: rows,
      acts: actsByDocument(acts),
      chronicle: chronicle.entries.map(({ id, start, end, text }) => ({ key: id, start, end, text })),
    },
  }
}

async function findBody(ctx: Ctx, name: string, day: PlainDate): Promise<string | undefined> {
  if (name.trim() === '') return undefined
  const found = (await resolveNames(ctx.db, [name], day)).get(name)
  return found?.kind === 'body' ? found.bodyId : undefined
}
