import { plainDate, yearOf } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import { readTypedDate } from '../model/typed-date.ts'
import { dayOf } from './draft.ts'
import { getMeasure } from './review.ts'

/** Reads a time limit as a person types it; the year is the one given, else that of the measure's document, else today's. */
export async function tryDate(
  ctx: Ctx,
  typed: { readonly text: string; readonly year?: number; readonly measure?: string },
) {
  ctx.require('ledger.read')
  const year = typed.year ?? (await yearOfMeasure(ctx, typed.measure))
  const read = readTypedDate(typed.text, year)
  return 'problem' in read
    ? { date: null, problem: read.problem }
    : { date: { ...read.date, index: null }, problem: null }
}

async function yearOfMeasure(ctx: Ctx, measure: string | undefined): Promise<number> {
  if (measure === undefined || !ctx.can('ledger.draft')) return yearOf(ctx.today)
  const { document } = await getMeasure(ctx, measure)
  return yearOf(plainDate(dayOf(document, ctx)))
}
