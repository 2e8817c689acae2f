import { existsSync, readFileSync } from 'node:fs'

export interface IssueText {
  readonly name: string
  readonly text: string
}

/** The real issue where it is at hand, otherwise the invented one of packs/sample. */
export function issueText(): IssueText {
  const real = new URL('../../shared/gazette/liaocheng-2021-06.txt', import.meta.url)
  return existsSync(real) ? { name: 'the real issue', text: readFileSync(real, 'utf8') } : sampleText()
}

export function sampleText(): IssueText {
  const sample = new URL('../packs/sample/gazette/issue.txt', import.meta.url)
  return { name: 'the sample issue', text: readFileSync(sample, 'utf8') }
}
