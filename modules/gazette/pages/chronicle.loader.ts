import { findPlainDate, lastOfMonth } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { Download, PageResult } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { z } from 'zod'
import { type Body, bodiesOn } from '../../organisations/index.ts'
import { ChronicleEntryUnknown } from '../errors.ts'
import { documentUrl, issueUrl } from '../model.ts'
import {
  type ChronicleEntry,
  type ChronicleFilter,
  chronicleMonths,
  chroniclePeople,
  findEntry,
  listChronicle,
  neighboursOf,
} from '../store/chronicle.ts'
import type { ChronicleView, EntryView } from './chronicle.view.ts'
import { entryUrl } from './entry-url.ts'
import { linkNames } from './link-names.ts'
import { personUrl } from './official-acts.ts'
import { typed } from './typed.ts'
import { words } from './words.ts'

const PAGE_SIZE = 60
/** More entries than a city prints in a generation. */
const MOST_ROWS = 100_000

/** What `/chronicle` takes: a month or a span of days, a person, a body, a word. */
export const chronicleQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  from: typed(10),
  to: typed(10),
  person: typed(50),
  body: typed(100),
  text: typed(50),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})

type Asked = z.output<typeof chronicleQuery>

/** The chronicle day by day; names of people and bodies lead to them. */
export async function loadChronicle(ctx: Ctx, asked: Asked): Promise<PageResult<ChronicleView>> {
  const [months, people, bodies] = await Promise.all([
    chronicleMonths(ctx.db),
    chroniclePeople(ctx.db, 200),
    bodiesOn(ctx),
  ])
  const { total, entries } = await listChronicle(ctx.db, {
    ...filterOf(asked, bodies),
    limit: PAGE_SIZE,
    offset: (asked.page - 1) * PAGE_SIZE,
  })
  const { page, ...filter } = asked
  const params = paramsOf(filter)
  return {
    title: words(ctx.lang, 'chronicle'),
    crumbs: [{ label: words(ctx.lang, 'chronicle') }],
    view: {
      filter,
      filtered: params !== '',
      months,
      people,
      bodies: bodies.map(({ name }) => name),
      days: daysOf(entries, linksOf(entries, bodies)),
      total,
      page,
      pageSize: PAGE_SIZE,
      pageHref: `/chronicle?${params}${params === '' ? '' : '&'}page=`,
      sheetHref: `/chronicle.xlsx${params === '' ? '' : `?${params}`}`,
    },
  }
}

/** The same entries as a spreadsheet, all of them, a row each. */
export async function loadChronicleSheet(ctx: Ctx, asked: Asked): Promise<{ file: Download }> {
  const bodies = await bodiesOn(ctx)
  const { entries } = await listChronicle(ctx.db, { ...filterOf(asked, bodies), limit: MOST_ROWS, offset: 0 })
  const file = await listWorkbook<ChronicleEntry>(ctx, {
    title: '大事记',
    rows: entries,
    columns: [
      { head: '开始', width: 12, cell: ({ start }) => start },
      { head: '结束', width: 12, cell: ({ end }) => end },
      { head: '事件', width: 90, cell: ({ text }) => text },
      { head: '人物', width: 24, cell: ({ people }) => people.join('、') },
      { head: '固定链接', width: 28, cell: entryUrl },
    ],
  })
  return { file }
}

/** One entry under its lasting address, with the document that prints it and what stands before and after. */
export async function loadEntry(
  ctx: Ctx,
  { day, place }: { readonly day: string; readonly place: number },
): Promise<PageResult<EntryView>> {
  const start = findPlainDate(day)
  const [entry, bodies] = await Promise.all([
    start && place > 0 ? findEntry(ctx.db, start, place) : undefined,
    bodiesOn(ctx),
  ])
  if (!entry) throw new ChronicleEntryUnknown()
  const { before, after } = await neighboursOf(ctx.db, entry)
  const hrefOf = (other: ChronicleEntry | undefined) =>
    other === undefined ? null : { href: entryUrl(other), day: other.start }
  return {
    title: words(ctx.lang, 'entry'),
    crumbs: [{ href: '/chronicle', label: words(ctx.lang, 'chronicle') }, { label: words(ctx.lang, 'entry') }],
    view: {
      start: entry.start,
      end: entry.end,
      runs: linkNames(entry.text, linksOf([entry], bodies)),
      document: { title: entry.documentTitle, href: documentUrl(entry.documentKey) },
      issue: entry.issue && { label: entry.issue.label, href: issueUrl(entry.issue.key) },
      before: hrefOf(before),
      after: hrefOf(after),
    },
  }
}

function filterOf(asked: Asked, bodies: readonly Body[]): ChronicleFilter {
  return {
    ...spanOf(asked),
    person: asked.person.trim() || null,
    bodyNames: namesOf(asked.body.trim(), bodies),
    text: asked.text.trim() || null,
  }
}

function linksOf(entries: readonly ChronicleEntry[], bodies: readonly Body[]): ReadonlyMap<string, string> {
  return new Map([
    ...bodies.flatMap(({ name, short }) => [name, short].map((word) => [word, bodyHref(word)] as const)),
    ...entries.flatMap((entry) => entry.people.map((person) => [person, personUrl(person)] as const)),
  ])
}

/** A month, or the days given; a day that is none does not limit. */
function spanOf({ month, from, to }: Asked): { from: string | null; to: string | null } {
  const first = month === '' ? undefined : findPlainDate(`${month}-01`)
  if (first) return { from: first, to: lastOfMonth(first) }
  return { from: findPlainDate(from) ?? null, to: findPlainDate(to) ?? null }
}

/** All names of the body that is meant, so that either form in the text is found. */
function namesOf(asked: string, bodies: readonly Body[]): readonly string[] {
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
      entries: of.map((entry) => ({ key: entry.id, href: entryUrl(entry), runs: linkNames(entry.text, links) })),
    }
  })
}

function bodyHref(name: string): string {
  return `/chronicle?body=${encodeURIComponent(name)}`
}

function paramsOf(filter: Omit<Asked, 'page'>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== '') params.set(name, value)
  return params.toString()
}
