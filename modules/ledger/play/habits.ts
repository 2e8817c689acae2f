import { readFile } from 'node:fs/promises'
import { plainDate } from '@guangyue/kernel/calendar'
import { z } from 'zod'

const share = z.number().min(0).max(1)
const day = z.string().transform((text) => plainDate(text))
/** From and to, in days. */
const span = z.tuple([z.number().int(), z.number().int()])
const texts = z.array(z.string().min(1)).min(1)

/** How a demonstration's people behave: `demo/play.json` of a pack. Shares are of 1, spans in days. */
const habits = z.object({
  seed: z.number().int(),
  from: day,
  to: day,
  /** Invented people for bodies that have no officer or no head. */
  people: z.object({ families: texts, given: texts, officer: z.string(), head: z.string() }),
  /** Who leads where no lead is printed, by short name of a body. */
  leadsWithoutPrint: texts,
  confirm: z.object({ withinDays: span }),
  breakDown: z.object({
    afterDays: span,
    parts: z.number().int().positive(),
    /** Kinds of bodies that every task is broken down to, beside its supports. */
    kinds: texts,
    phases: texts,
    termDays: span,
    /** Parts that ask for a later day than their task has. */
    later: share,
  }),
  reports: z.object({
    missing: share,
    late: share,
    lateDays: span,
    returned: share,
    problems: share,
    helpWanted: share,
    /** Working days after the due day on which the period is closed. */
    closesAfter: z.number().int().positive(),
  }),
  tasks: z.object({
    earlyDays: span,
    late: share,
    lateDays: span,
    never: share,
    returned: share,
    extended: share,
    extensionDays: span,
    refused: share,
    suspended: share,
    cancelled: share,
    /** Days after it was given out on which a task without a date is done. */
    undatedDays: span,
  }),
  problems: z.object({ remedyAfter: span, solvedAfter: span, left: share }),
  inspections: z.object({
    days: z.array(z.number().int().min(1).max(28)),
    bodies: span,
    findings: span,
    late: share,
    sentBack: share,
  }),
  scores: z.object({ objections: span, decidedAfter: span, upheld: share }),
  notices: z.object({ perPeriod: z.number().int().min(0) }),
  metrics: z.object({ entered: share, dayOfMonth: z.number().int().min(1).max(28) }),
  words: z.object({
    progress: texts,
    problems: texts,
    help: texts,
    remedies: texts,
    finished: texts,
    returned: texts,
    extension: texts,
    findings: texts,
    mended: texts,
    objections: texts,
    answers: texts,
    suspended: texts,
    cancelled: texts,
    inspections: texts,
  }),
})
export type Habits = z.infer<typeof habits>

/** The habits of a pack; undefined where the pack has none and its demonstration is not played. */
export async function readHabits(folder: URL): Promise<Habits | undefined> {
  const text = await readFile(new URL('demo/play.json', folder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : habits.parse(JSON.parse(text))
}
