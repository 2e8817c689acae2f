import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { fold } from './fold.ts'

/** A lexeme and where it begins in the folded text, counted in UTF-16 units from 0. */
export interface Token {
  readonly lexeme: string
  readonly at: number
}

/** Runs of Han, and words of other letters and digits. */
const RUN = /\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu

/**
 * What is indexed of a text: every two neighbouring Han characters (so that any two characters are found, known word or
 * not), the last character of each run alone (so that a prefix finds every single one), every word of the dictionary of
 * three characters or more wherever it stands, and words of letters and digits whole.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const run of runsOf(fold(text))) {
    if (!isHan(run.lexeme)) tokens.push(run)
    else addHan(run, tokens)
  }
  return tokens
}

/** The runs of a folded text: Han together, letters and digits together. */
export function runsOf(folded: string): readonly Token[] {
  return [...folded.matchAll(RUN)].map((match) => ({ lexeme: match[0], at: match.index }))
}

export function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run)
}

/** The words of a Han run as a reader would cut it, by the dictionary alone (no guessing). */
export function cut(run: string): readonly string[] {
  return segmenter().cut(run, false)
}

/** Whether the dictionary has the word; then its every occurrence is indexed whole. */
export function isDictionaryWord(word: string): boolean {
  return segmenter().cutAll(word).includes(word)
}

function addHan(run: Token, tokens: Token[]): void {
  const characters = [...run.lexeme]
  let at = run.at
  for (const [index, character] of characters.entries()) {
    tokens.push({ lexeme: character + (characters[index + 1] ?? ''), at })
    at += character.length
  }
  if (characters.length < 3) return
  let from = 0
  for (const word of segmenter().cutAll(run.lexeme)) {
    const found = run.lexeme.indexOf(word, from)
    if (found < 0) continue
    from = found
    if ([...word].length > 2) tokens.push({ lexeme: word, at: run.at + found })
  }
}

// The dictionary takes a third of a second to load and never changes, so it is loaded once, when first needed.
let loaded: Jieba | undefined
function segmenter(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}
