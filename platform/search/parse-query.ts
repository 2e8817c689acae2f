import { fold } from './fold.ts'
import { cut, isDictionaryWord, isHan, runsOf } from './tokens.ts'

/** Longest query that is read, in characters; what comes after is left out. */
export const LONGEST_QUERY = 100
const MOST_PARTS = 12

/** Words that join others or ask, and are no use to look for, unless nothing else is asked. */
const JOINING = new Set(
  '的 了 和 与 及 或 在 对 是 为 由 被 把 将 从 到 于 等 吗 呢 要 什么 怎么 怎样 如何 哪些 哪个 谁 几 多少 多久 多少钱 可以 是否 请问'.split(
    ' ',
  ),
)

/** One thing that must stand in the text, folded, as one uninterrupted string. */
export interface QueryPart {
  readonly text: string
  /** Its part of a tsquery. */
  readonly condition: string
}

/** What a person asked, ready for PostgreSQL: never its syntax, only our own lexemes between our own operators. */
export interface ParsedQuery {
  readonly parts: readonly QueryPart[]
  /** The whole query as one string, when it has several parts: where it stands like that, it is what was meant. */
  readonly whole: QueryPart | undefined
  /** True when the query was longer than is read. */
  readonly shortened: boolean
}

/**
 * Cuts a query into parts that must all be found. Words in quotation marks stay whole; so does each of `terms` (names
 * that the city knows); the rest is cut by the dictionary, and a single character stays with its neighbour. Any input
 * is taken; one without a letter, digit or Han character has no parts.
 */
export function parseQuery(query: string, terms: readonly string[] = []): ParsedQuery {
  const folded = fold(query.normalize('NFC'))
  const read = folded.slice(0, LONGEST_QUERY)
  const texts = read.split(/["“”「」]/).flatMap((piece, index) => (index % 2 === 1 ? [piece] : phrasesOf(piece, terms)))
  const parts = [...new Set(texts)].map(partOf).filter((part) => part !== undefined)
  const wanted = parts.filter(({ text }) => !JOINING.has(text))
  const kept = (wanted.length > 0 ? wanted : parts).slice(0, MOST_PARTS)
  return {
    parts: kept,
    whole: kept.length > 1 ? partOf(read) : undefined,
    shortened: folded.length > LONGEST_QUERY || parts.length > MOST_PARTS,
  }
}

/** Parts cut further, to two characters each, for when nothing has them as they were asked: 出生证明, 出生医学证明. */
export function looserParts(parts: readonly QueryPart[]): readonly QueryPart[] {
  const texts = parts.flatMap(({ text }) =>
    runsOf(text).flatMap((run) => (isHan(run.lexeme) ? pairsOf(run).map(({ lexeme }) => lexeme) : [run.lexeme])),
  )
  return [...new Set(texts)].map(partOf).filter((part) => part !== undefined)
}

function phrasesOf(piece: string, terms: readonly string[]): readonly string[] {
  return runsOf(piece).flatMap(({ lexeme }) => (isHan(lexeme) ? splitByTerms(lexeme, terms) : [lexeme]))
}

/** The longest known term in the run stays whole; what stands before and after is looked at in the same way. */
function splitByTerms(run: string, terms: readonly string[]): readonly string[] {
  const inside = terms.filter((term) => run.includes(term))
  const longest = inside.reduce((best, term) => (term.length > best.length ? term : best), '')
  if (longest.length < 3) return joinSingles(cut(run))
  const at = run.indexOf(longest)
  const rest = [run.slice(0, at), run.slice(at + longest.length)].map((part) =>
    part === '' ? [] : splitByTerms(part, inside),
  )
  return [...(rest[0] ?? []), longest, ...(rest[1] ?? [])]
}

/**
 * A single character means little alone: it goes with the word after it, or with the one before at the end. Several in a
 * row are a word that the dictionary does not know, and stay together.
 */
function joinSingles(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  let singles = ''
  for (const word of words) {
    if ([...word].length === 1 && !JOINING.has(word)) {
      singles += word
      continue
    }
    if ([...singles].length === 1 && !JOINING.has(word)) joined.push(singles + word)
    else joined.push(...(singles === '' ? [word] : [singles, word]))
    singles = ''
  }
  if (singles === '') return joined
  const last = joined.at(-1)
  if ([...singles].length > 1 || last === undefined || JOINING.has(last)) return [...joined, singles]
  return [...joined.slice(0, -1), last + singles]
}

function partOf(text: string): QueryPart | undefined {
  const condition = conditionOf(text.trim())
  return condition === undefined ? undefined : { text: text.trim(), condition }
}

/**
 * One Han character is a prefix, two are one lexeme, a word of the dictionary is one lexeme, and anything else is its
 * neighbouring lexemes at their exact distances.
 */
function conditionOf(text: string): string | undefined {
  const runs = runsOf(text)
  const [only] = runs
  if (!only) return undefined
  if (runs.length === 1 && isHan(only.lexeme)) {
    const { length } = [...only.lexeme]
    if (length === 1) return `'${only.lexeme}':*`
    if (length === 2 || isDictionaryWord(only.lexeme)) return `'${only.lexeme}'`
  }
  const chain = runs.flatMap((run) => (isHan(run.lexeme) ? pairsOf(run) : [run]))
  const links = chain.map(({ lexeme, at }, index) => {
    const before = chain[index - 1]
    return before ? ` <${at - before.at}> '${lexeme}'` : `'${lexeme}'`
  })
  return `(${links.join('')})`
}

/** Pairs that cover the run: every second one, and the last. A single character is its pair with nothing. */
function pairsOf({ lexeme, at }: { lexeme: string; at: number }): readonly { lexeme: string; at: number }[] {
  const characters = [...lexeme]
  const pairs = []
  let place = at
  for (const [index, character] of characters.entries()) {
    const last = index === characters.length - 2
    if (index % 2 === 0 && index < characters.length - 2)
      pairs.push({ lexeme: character + characters[index + 1], at: place })
    if (last || characters.length === 1) pairs.push({ lexeme: character + (characters[index + 1] ?? ''), at: place })
    place += character.length
  }
  return pairs
}
