import type { PlainDate } from '@guangyue/kernel/calendar'
import { findDocumentNumber, writeDocumentNumber } from '@guangyue/kernel/identifiers'
import { layOutDocument, type OfficialDocument, type OfficialLayout } from '@guangyue/kernel/official-document'
import type { Ctx } from '@guangyue/platform/db'
import { officeOf } from './compose.ts'
import { documentKindOf } from './content.ts'
import type { Notice } from './store.ts'

interface Numbered {
  readonly year: number
  readonly serial: number
  readonly on: PlainDate
}

/** 澜政督〔2023〕1号; undefined when the letters are none of a number. */
export function numberOf(series: string, { year, serial }: Pick<Numbered, 'year' | 'serial'>): string | undefined {
  const found = findDocumentNumber(`${series}〔${year}〕${serial}号`)
  return found && writeDocumentNumber(found)
}

/** The notice as an official document of the day; a demonstration is sealed 演示 and says so in its note. */
export function documentOf(
  ctx: Ctx,
  { notice, numbered }: { readonly notice: Notice; readonly numbered: Numbered },
): OfficialDocument {
  const { kind, content, series } = notice
  const office = officeOf(ctx)
  return {
    kind: documentKindOf[kind],
    mark: { organs: [office], withWord: kind !== 'prompt' },
    urgency: null,
    number: numberOf(series, numbered) ?? '',
    signers: [],
    title: content.title,
    titleWords: [],
    addressees: content.addressees,
    body: content.body,
    attachments: [],
    signature: [content.signature],
    date: numbered.on,
    note: ctx.city.demonstration ? '演示数据' : null,
    copies: content.copies,
    printing: { by: office, on: numbered.on },
    seal: ctx.city.demonstration ? 'demonstration' : 'none',
  }
}

type Refused = Extract<OfficialLayout, { ok: false }>['refusals'][number]

/** Where a refusal of the layout stands in what a person edits: `body 3` (from 1) is `body.2`. */
export function fieldOf({ where }: Pick<Refused, 'where'>): string {
  const [part = '', at] = where.split(' ')
  const field =
    { number: 'series', mark: 'signature', note: 'title', kind: 'title', printing: 'signature' }[part] ?? part
  return at === undefined || field !== part ? field : `${field}.${Number(at) - 1}`
}

/** Why the notice could not be issued as it stands, by field; tried with the first number of the year. */
export function refusalsOf(ctx: Ctx, notice: Notice): { field: string; message: string }[] {
  const numbered = { year: Number(ctx.today.slice(0, 4)), serial: 1, on: ctx.today }
  const layout = layOutDocument(documentOf(ctx, { notice, numbered }))
  return layout.ok ? [] : layout.refusals.map((one) => ({ field: fieldOf(one), message: one.message }))
}
