import { findPlainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import { actsOnRecord, bodiesOn, probationsEnding, tenures } from '../../organisations/index.ts'
import { listChronicle } from '../store/chronicle.ts'
import { entryUrl } from './entry-url.ts'
import { findBody } from './find-body.ts'
import { actsByDocument, tenureRows } from './official-acts.ts'
import type { OfficialsView, PersonView } from './officials.view.ts'
import { typed } from './typed.ts'
import { words } from './words.ts'

/** How many of the newest acts stand below the posts; the register has all. */
const NEWEST_ACTS = 20
const OF_ONE_PERSON = 200

/** What `/officials` takes; a day that is none is as if it were not there. */
export const officialsQuery = z.object({
  day: typed(10),
  body: typed(100),
  name: typed(50),
})

/** Who held which post on a day, in a body, by name; the newest acts; and whose probation ends within a month. */
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
  const ending = await probationsEnding(ctx.db, day)
  const everything = { text: null, post: null, bodyIds: null, from: null, to: null, action: null }
  const newest = await actsOnRecord(ctx.db, { ...everything, limit: NEWEST_ACTS, offset: 0 })
  return {
    title: words(ctx.lang, 'officials'),
    crumbs: [{ label: words(ctx.lang, 'officials') }],
    view: {
      filter: { day, body: asked.body, name: asked.name },
      bodies: bodies.map(({ name }) => name),
      tenures: await tenureRows(ctx.db, held),
      acts: await actsByDocument(ctx.db, newest.acts),
      actsInAll: newest.total,
      ending: await tenureRows(ctx.db, ending),
    },
  }
}

/** What the gazette prints under a name: posts, acts, days of the chronicle. Nothing else is known or shown. */
export async function loadPerson(ctx: Ctx, person: string): Promise<PageResult<PersonView>> {
  const everything = { post: null, bodyIds: null, from: null, to: null, action: null }
  const [held, { acts }, chronicle] = await Promise.all([
    tenures(ctx.db, { day: null, bodyId: null, text: person }),
    actsOnRecord(ctx.db, { ...everything, text: person, limit: OF_ONE_PERSON, offset: 0 }),
    listChronicle(ctx.db, {
      ...{ from: null, to: null, person, bodyNames: [], text: null },
      ...{ limit: OF_ONE_PERSON, offset: 0 },
    }),
  ])
  const rows = await tenureRows(
    ctx.db,
    held.filter((tenure) => tenure.person === person),
  )
  const own = acts.filter((act) => act.person === person)
  return {
    title: person,
    status: rows.length + own.length + chronicle.total === 0 ? 404 : 200,
    crumbs: [{ href: '/officials', label: words(ctx.lang, 'officials') }, { label: person }],
    view: {
      person,
      tenures: rows,
      acts: await actsByDocument(ctx.db, own),
      chronicle: chronicle.entries.map((entry) => ({
        key: entry.id,
        href: entryUrl(entry),
        start: entry.start,
        end: entry.end,
        text: entry.text,
      })),
    },
  }
}
