import { Refusal } from './fault.ts'
import { afterSpace, endOfKnown, isStopWord, type NameTokens, normalName, tokensOf, wordAt } from './names.ts'

const blanks = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/uy
const numberPattern = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?/y
const stringPattern = /"((?:[^"\\]|\\[\s\S])*)"/y
const keywordEnd = /[\p{L}\p{N}_]/u

/** The text being read and the place reached. It knows tokens and names, and nothing of expressions. */
export class Cursor {
  readonly text: string
  at = 0
  private rangeEnds = 0
  private readonly scopes: NameTokens[][]
  private readonly members: readonly NameTokens[]

  constructor(text: string, variables: Iterable<string>, members: Iterable<string>) {
    this.text = text
    this.scopes = [[...variables].map(tokensOf)]
    this.members = [...members].map(tokensOf)
  }

  skip(): void {
    blanks.lastIndex = this.at
    this.at += blanks.exec(this.text)?.[0].length ?? 0
  }

  atEnd(): boolean {
    this.skip()
    return this.at >= this.text.length
  }

  /** Whether a sign stands next; it is not taken. */
  sees(sign: string): boolean {
    this.skip()
    return this.text.startsWith(sign, this.at)
  }

  /** Takes a sign if it stands next. */
  takes(sign: string): boolean {
    if (!this.sees(sign)) return false
    this.at += sign.length
    return true
  }

  seesWord(word: string): boolean {
    return this.sees(word) && !keywordEnd.test(this.text.charAt(this.at + word.length))
  }

  takesWord(word: string): boolean {
    if (!this.seesWord(word)) return false
    this.at += word.length
    return true
  }

  needs(sign: string): void {
    if (!this.takes(sign)) this.refuse(`此处缺少“${sign}”，读到的是${this.found()}`)
  }

  needsWord(word: string): void {
    if (!this.takesWord(word)) this.refuse(`此处缺少“${word}”，读到的是${this.found()}`)
  }

  number(): string | undefined {
    this.skip()
    return this.match(numberPattern)
  }

  /** A text in quotes, with its escapes resolved. */
  string(): string | undefined {
    this.skip()
    const from = this.at
    const raw = this.match(stringPattern)
    if (raw !== undefined) return resolveEscapes(raw.slice(1, -1))
    if (this.text.startsWith('"', from)) this.refuse('文字没有结束：缺少右边的引号 "')
    return undefined
  }

  /** A name used as a variable: the longest known one, or a run of words that is unknown. */
  variable(): string | undefined {
    this.skip()
    const known = longest(this.scopes.flat().map((tokens) => endOfKnown(this.text, this.at, tokens)))
    return this.name(known, isStopWord)
  }

  /** A name after a point. */
  member(): string | undefined {
    this.skip()
    const known = longest(this.members.map((tokens) => endOfKnown(this.text, this.at, tokens)))
    return this.name(known, isStopWord)
  }

  /** A name that is being given: all up to one of the signs or words that may follow it. */
  newName(ends: RegExp): string | undefined {
    this.skip()
    const found = ends.exec(this.text.slice(this.at))
    const name = normalName(found ? this.text.slice(this.at, this.at + found.index) : '')
    if (!found || wordAt(name, 0) === undefined) return undefined
    this.at += found.index
    return name
  }

  /** Runs a reading in which these names are known as well. */
  within<T>(names: readonly string[], read: () => T): T {
    this.scopes.push(names.map(tokensOf))
    try {
      return read()
    } finally {
      this.scopes.pop()
    }
  }

  /** Makes a name known for the rest of the innermost `within`. */
  declare(name: string): void {
    this.scopes.at(-1)?.push(tokensOf(name))
  }

  /** Runs the reading of the end of a range, where a `[` may close the range instead of opening a filter. */
  inRangeEnd<T>(read: () => T): T {
    this.rangeEnds += 1
    try {
      return read()
    } finally {
      this.rangeEnds -= 1
    }
  }

  isInRangeEnd(): boolean {
    return this.rangeEnds > 0
  }

  /** Tries a reading; when it is refused the place is restored and undefined returned. */
  attempt<T>(read: () => T): T | undefined {
    const from = this.at
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.at = from
      return undefined
    }
  }

  refuse(message: string, from = this.at): never {
    throw new Refusal({ from, to: Math.max(this.at, Math.min(from + 1, this.text.length)), message })
  }

  /** What stands next, for a message. */
  found(): string {
    if (this.atEnd()) return '结尾'
    return `“${wordAt(this.text, this.at) ?? String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)}”`
  }

  private name(knownEnd: number, stops: (word: string) => boolean): string | undefined {
    const end = Math.max(knownEnd, this.endOfWords(stops))
    if (end <= this.at) return undefined
    const name = normalName(this.text.slice(this.at, end))
    this.at = end
    return name
  }

  private endOfWords(stops: (word: string) => boolean): number {
    let end = this.at
    for (let next = this.at; ; next = afterSpace(this.text, end)) {
      const word = wordAt(this.text, next)
      if (word === undefined || stops(word)) return end
      end = next + word.length
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    this.at += found?.length ?? 0
    return found
  }
}

function longest(ends: readonly (number | undefined)[]): number {
  return ends.reduce<number>((best, end) => Math.max(best, end ?? -1), -1)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' }

function resolveEscapes(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g, (whole, short, long, sign) => {
    if (sign !== undefined) return escapes[sign] ?? whole
    const code = Number.parseInt(short ?? long, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}
