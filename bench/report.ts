import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, platform } from 'node:os'

/** One promise of speed: what was measured, beside its peer or limit, in one run. */
export interface Bar {
  readonly what: string
  readonly measured: string
  readonly peer: string
  /** Measured through peer, in the sense that the bar gives it. */
  readonly ratio: number | null
  readonly bar: string
  /** Null where a ratio is only shown. */
  readonly met: boolean | null
}

/** Figures that go with the bars: growth, single queries, hostile inputs. */
export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface Result {
  readonly bars: readonly Bar[]
  readonly tables: readonly Table[]
  /** How it was measured, and what a reader should know. */
  readonly notes: readonly string[]
}

const folder = new URL('./results/', import.meta.url)

/** Writes a result as JSON and as a page. The machine is named by what matters and by nothing else. */
export function writeResult(name: string, result: Result): void {
  const machine = `${availableParallelism()} cores, ${platform()} ${arch()}, Node ${process.versions.node.split('.')[0]}, PostgreSQL 18`
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ name, machine, ...result }, null, 2)}\n`)
  const page = [
    `# ${name}`,
    `Measured on ${machine}. \`npm run bench -- ${name}\` measures it again.`,
    barsPage(result.bars),
    ...result.tables.map((table) => `## ${table.title}\n\n${tablePage(table.columns, table.rows)}`),
    ...(result.notes.length > 0 ? [result.notes.map((note) => `- ${note}`).join('\n')] : []),
  ]
  writeFileSync(new URL(`${name}.md`, folder), `${page.join('\n\n')}\n`)
}

/** The bars as a table of Markdown, which a terminal shows as well. */
export function barsPage(bars: readonly Bar[]): string {
  return tablePage(
    ['what', 'measured', 'peer', 'ratio', 'bar', 'result'],
    bars.map(({ what, measured, peer, ratio, bar, met }) => [
      what,
      measured,
      peer,
      ratio === null ? '' : ratio.toFixed(2),
      bar,
      met === null ? 'shown' : met ? 'met' : 'MISSED',
    ]),
  )
}

export function tablePage(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}
