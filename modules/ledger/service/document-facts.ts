import { z } from 'zod'
import type { DocumentMilestone } from '../model/ledger.ts'

const facts = z.looseObject({
  supervision: z.object({ bodies: z.array(z.string()), posts: z.array(z.string()) }).nullish(),
  milestones: z
    .array(z.object({ phrase: z.string(), due: z.string().nullable(), name: z.string(), inherited: z.boolean() }))
    .default([]),
  headings: z.array(z.object({ path: z.array(z.string()), heading: z.string().nullable() })).default([]),
})

export interface DocumentFactsRead {
  /** Supervising body, else post, as printed. */
  readonly supervisor: string | null
  readonly milestones: readonly DocumentMilestone[]
  readonly headings: readonly { readonly path: readonly string[]; readonly heading: string }[]
}

/** What the ledger needs of the facts that a pack gives of a document. What is not of that shape counts as not said. */
export function readDocumentFacts(given: Readonly<Record<string, unknown>>): DocumentFactsRead {
  const read = facts.safeParse(given)
  if (!read.success) return { supervisor: null, milestones: [], headings: [] }
  const { supervision, milestones, headings } = read.data
  return {
    supervisor: supervision?.bodies[0] ?? supervision?.posts[0] ?? null,
    milestones,
    headings: headings.flatMap(({ path, heading }) => (heading === null ? [] : [{ path, heading }])),
  }
}
