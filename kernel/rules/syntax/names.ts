/**
 * Names that an expression may use. FEEL lets a name hold spaces and signs (`年度 总额`, `date and time`, `a-b`), so
 * what a name is depends on the names there are: the longest known one wins.
 */
export interface Names {
  /** Names of variables and functions. */
  readonly variables: Iterable<string>
  /** Names of the parts of contexts, known from types. */
  readonly members: Iterable<string>
}

/** Words and signs of a name, each with whether a space stands before it. */
export type NameTokens = readonly { readonly text: string; readonly spaced: boolean }[]

const tokenPattern = /[\p{L}\p{N}\p{Mn}\p{Mc}_?$\p{So}]+|[^\s]/gu
const wordPattern = /[\p{L}_?$\p{So}][\p{L}\p{N}\p{Mn}\p{Mc}_?$\p{So}]*/uy
const wordPart = /[\p{L}\p{N}\p{Mn}\p{Mc}_?$\p{So}]/u
const space = /\s*/uy

export function tokensOf(name: string): NameTokens {
  return [...name.trim().matchAll(tokenPattern)].map(({ 0: text, index }) => ({
    text,
    spaced: /\s/.test(name.trim().charAt(index - 1)),
  }))
}

/** A name with single spaces, as it is looked up: `年度   总额` and `年度 总额` are one name. */
export function normalName(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/**
 * Where the name ends when it stands at `from`, or undefined. A space may be longer than in the name but must not be
 * where the name has none: `a - b` is a difference even where `a-b` is a name.
 */
export function endOfKnown(text: string, from: number, tokens: NameTokens): number | undefined {
  let at = from
  for (const token of tokens) {
    if (token.spaced) at = afterSpace(text, at)
    if (!text.startsWith(token.text, at)) return undefined
    at += token.text.length
    if (isWordPart(token.text, token.text.length - 1) && isWordPart(text, at)) return undefined
  }
  return tokens.length === 0 ? undefined : at
}

/** The word at `from` (a letter, then letters and digits), or undefined. */
export function wordAt(text: string, from: number): string | undefined {
  wordPattern.lastIndex = from
  return wordPattern.exec(text)?.[0]
}

export function afterSpace(text: string, from: number): number {
  space.lastIndex = from
  return from + (space.exec(text)?.[0].length ?? 0)
}

function isWordPart(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && wordPart.test(String.fromCodePoint(code))
}

const stopWords = new Set(['and', 'or', 'in', 'between', 'then', 'else', 'return', 'satisfies', 'instance'])

/** Words that end a name nobody declared. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}
