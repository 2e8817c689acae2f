import type { DayTerm } from '@guangyue/kernel/process'
import type { words } from './words.ts'

type Say = (key: Parameters<typeof words>[1], params?: Readonly<Record<string, string | number>>) => string

/** 7个工作日, 15日, 2个月; a term of nothing is the same day. */
export function termText(say: Say, { n, unit }: DayTerm): string {
  return n === 0 ? say('term.at-once') : say(`term.${unit}`, { n })
}
