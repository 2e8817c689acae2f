import { findPlainDate, lastOfMonth } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import { type Body, bodiesOn } from '../../organisations/index.ts'
import { type ChronicleEntry, chronicleMonths, chroniclePeople, listChronicle } from '../store/chronicle.ts'
import type { ChronicleView } from './chronicle.view.ts'
import { linkNames } from './link-names.ts'
import { personUrl } from './official-acts.ts'
import { typed } from './typed.ts'
import { words } from './words.ts'

const PAGE_SIZE = 60

/** What `/chronicle` takes: a month, or a span of days. */
export const chronicleQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  from: typed(10),
  to: typed(10),
  person: typed(50),
  body: typed(100),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})

/** The chronicle day by day; names of people and bodies lead to them. */
export async function loadChronicle(
  ctx: Ctx,
  asked: z.output<typeof chronicleQuery>,
): Promise<PageResult<ChronicleView>> {
  const [months, people, bodies] = await Promise.all([
    chronicleMonths(ctx.db),
    chroniclePeople(ctx.db, 200),
    bodiesOn(ctx),
  ])
  const { total, entries } = await listChronicle(ctx.db, {
    ...spanOf(asked),
    person: asked.person.trim() || null,
    words: bodyWords(asked.body.trim(), bodies),
    limit: PAGE_SIZE,
    offset: (asked.page - 1) * PAGE_SIZE,
  })
  const links = new Map([
    ...bodies.flatMap(({ name, short }) => [name, short].map((word) => [word, bodyHref(word)] as const)),
    ...entries.flatMap((entry) => entry.people.map((person) => [person, personUrl(person)] as const)),
  ])
  return {
    title: words(ctx.lang, 'chronicle'),
    crumbs: [{ label: words(ctx.lang, 'chronicle') }],
    view: {
      filter: { month: asked.month, person: asked.person, body: asked.body },
      months,
      people,
      bodies: bodies.map(({ name }) => name),
      days: daysOf(entries, links),
      total,
      page: asked.page,
      pageSize: PAGE_SIZE,
      pageHref: `/chronicle?${pageParams(asked)}`,
    },
  }
}

/** A month, or the days given; a day that is none does not limit. */
function spanOf({ month, from, to }: z.output<typeof chronicleQuery>): { from: string | null; to: string | null } {
  const first = month === '' ? undefined : findPlainDate(`${month}-01`)
  if (first) return { from: first, to: lastOfMonth(first) }
  return { from: findPlainDate(from) ?? null, to: findPlainDate(to) ?? null }
}

/** All names of the body that is meant, so that either form in the text is found. */
function bodyWords(asked: string, bodies: readonly Body[]): readonly string[] {
  if (asked === '') return []
  const meant = bodies.find(({ name, short }) => name === asked || short === asked)
  return meant ? [meant.name, meant.short] : [asked]
}

function daysOf(entries: readonly ChronicleEntry[], links: ReadonlyMap<string, string>) {
  return [...Map.groupBy(entries, ({ start, end }) => `${start}/${end}`).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    return {
      start: first.start,
      end: first.end,
      entries: of.map(({ id, text }) => ({ key: id, runs: linkNames(text, links) })),
    }
  })
}

function bodyHref(name: string): string {
  return `/chronicle?body=${encodeURIComponent(name)}`
}

function pageParams(asked: z.output<typeof chronicleQuery>): string {
  const params = new URLSearchParams()
  for (const name of ['month', 'from', 'to', 'person', 'body'] as const)
    if (asked[name] !== '') params.set(name, asked[name])
  params.set('page', '')
  return params.toString()
}
