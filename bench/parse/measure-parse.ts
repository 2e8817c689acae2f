import { parseIssue } from '@guangyue/kernel/gazette-text'
import { coreMilliseconds, exponent, percentile } from '../measure.ts'
import type { Bar, Result, Table } from '../report.ts'
import { issueText } from '../texts.ts'
import { hostileSeeds } from './hostile.ts'

const ROUNDS = 60
const WARM_UP = 40
const WANTED_MEGABYTES = 10

/** One bare pass: the sentences of the text, each looked at once. */
const SENTENCE = /[^。；\n]+[。；\n]?/g

/** Reading a gazette's text on one core against one pass of a regular expression over the same text. */
export function measureParse(): Result {
  const { name, text } = issueText()
  const { bar, note } = speed(text, name)
  const growth = growthOf(text)
  const hostile = hostileTable()
  return {
    bars: [bar, growth.bar, hostile.bar],
    tables: [growth.table, hostile.table],
    notes: [
      'MB are millions of bytes of UTF-8; times are those of one thread on its core.',
      note,
      `The peer is one pass of ${SENTENCE} over the same text.`,
    ],
  }
}

function speed(text: string, name: string): { readonly bar: Bar; readonly note: string } {
  const parse: number[] = []
  const pass: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [a, b] = [coreMilliseconds(() => parseIssue(text), 10), coreMilliseconds(() => sentences(text), 40)]
    if (round < WARM_UP) continue
    parse.push(a)
    pass.push(b)
  }
  const rate = (milliseconds: number) => Buffer.byteLength(text) / milliseconds / 1000
  const [quick, peer] = [percentile(parse, 0.1), percentile(pass, 0.1)]
  return {
    bar: {
      what: `reading ${name}, one core`,
      measured: `${rate(quick).toFixed(1)} MB/s`,
      peer: `bare pass ${rate(peer).toFixed(0)} MB/s`,
      ratio: quick / peer,
      bar: `≥ ${WANTED_MEGABYTES} MB/s`,
      met: rate(quick) >= WANTED_MEGABYTES,
    },
    note: `Of ${ROUNDS} rounds after ${WARM_UP} to warm up the figure is the tenth percentile, since others use the machine; the median was ${rate(percentile(parse, 0.5)).toFixed(1)} MB/s. The first readings of a process take longer, being compiled.`,
  }
}

function sentences(text: string): number {
  let found = 0
  for (const _ of text.matchAll(SENTENCE)) found += 1
  return found
}

function growthOf(text: string): { readonly bar: Bar; readonly table: Table } {
  const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000]
  const costs = sizes.map((size) => {
    const long = text.repeat(Math.ceil(size / text.length)).slice(0, size)
    const runs = Array.from({ length: Math.max(3, Math.min(20, 3_000_000 / size)) }, () =>
      coreMilliseconds(() => parseIssue(long)),
    )
    return percentile(runs, 0.5)
  })
  const grows = exponent([sizes[0] ?? 1, costs[0] ?? 1], [sizes.at(-1) ?? 1, costs.at(-1) ?? 1])
  return {
    bar: {
      what: 'reading, growth from 10⁴ to 3·10⁶ characters',
      measured: `exponent ${grows.toFixed(2)}`,
      peer: 'linear is 1',
      ratio: grows,
      bar: '≤ 1.15',
      met: grows <= 1.15,
    },
    table: {
      title: 'Growth with the length of the text',
      columns: ['characters', 'ms', 'ns a character'],
      rows: sizes.map((size, i) => [size, (costs[i] ?? 0).toFixed(1), (((costs[i] ?? 0) * 1e6) / size).toFixed(0)]),
    },
  }
}

function hostileTable(): { readonly bar: Bar; readonly table: Table } {
  const [small, large] = [200_000, 800_000]
  const rows = Object.entries(hostileSeeds).map(([name, seed]) => {
    const cost = (size: number) => {
      const text = seed.repeat(Math.ceil(size / seed.length)).slice(0, size)
      return Math.min(...[1, 2].map(() => coreMilliseconds(() => parseIssue(text))))
    }
    const costs = [cost(small), cost(large)] as const
    return { name, costs, grows: exponent([small, costs[0]], [large, costs[1]]) }
  })
  const worst = rows.reduce((one, other) => (other.grows > one.grows ? other : one))
  return {
    bar: {
      what: 'reading, hostile texts of 2·10⁵ and 8·10⁵ characters',
      measured: `worst exponent ${worst.grows.toFixed(2)}`,
      peer: 'linear is 1',
      ratio: worst.grows,
      bar: '≤ 1.5',
      met: worst.grows <= 1.5,
    },
    table: {
      title: 'Hostile texts: one seed repeated',
      columns: ['seed', `ms at ${small}`, `ms at ${large}`, 'exponent'],
      rows: rows.map(({ name, costs, grows }) => [name, costs[0].toFixed(1), costs[1].toFixed(1), grows.toFixed(2)]),
    },
  }
}
