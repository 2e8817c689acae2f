import type { Tenure } from './model.ts'

/**
 * Tenures as ranked: 列甲之后 puts a person right after 甲, 列甲之前 right before, among those who hold a post in the
 * same body, in the same post where 甲 holds that one too. Where 甲 is not among them the order given stays.
 */
export function inRankOrder(tenures: readonly Tenure[]): readonly Tenure[] {
  const ordered = [...tenures]
  const waiting = new Set(tenures.filter(({ rankNote }) => rankOf(rankNote) !== null))
  // Whoever is named may be ranked by a note too: those whose named person stands come first; a circle ends the turns.
  for (let turn = waiting.size; turn > 0 && waiting.size > 0; turn -= 1) {
    for (const tenure of [...waiting].toReversed()) {
      const rank = rankOf(tenure.rankNote)
      if (rank === null || [...waiting].some((other) => other !== tenure && isNamed(other, tenure, rank))) continue
      place(ordered, tenure, rank)
      waiting.delete(tenure)
    }
  }
  return ordered
}

interface Rank {
  readonly people: readonly string[]
  readonly side: string
}

/** Whom a printed note ranks its person by; null where it ranks by nobody. */
export function rankOf(note: string | null): Rank | null {
  const found = /(?:列|排名?在?)(?:于)?(.+?)(?:同志)?之?(后|前)/.exec(note ?? '')
  return found ? { people: (found[1] ?? '').split(/[、和及]/), side: found[2] ?? '' } : null
}

function isNamed(other: Tenure, tenure: Tenure, { people }: Rank): boolean {
  return people.includes(other.person) && isNear(other, tenure)
}

function isNear(other: Tenure, tenure: Tenure): boolean {
  return other.post === tenure.post || (other.bodyId !== null && other.bodyId === tenure.bodyId)
}

function place(ordered: Tenure[], tenure: Tenure, rank: Rank): void {
  const named = ordered.filter((other) => other !== tenure && isNamed(other, tenure, rank))
  const inPost = named.filter(({ post }) => post === tenure.post)
  const by = rank.side === '后' ? (inPost.at(-1) ?? named.at(-1)) : (inPost[0] ?? named[0])
  if (by === undefined) return
  ordered.splice(ordered.indexOf(tenure), 1)
  ordered.splice(ordered.indexOf(by) + (rank.side === '后' ? 1 : 0), 0, tenure)
}
