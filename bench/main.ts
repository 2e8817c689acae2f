import { fork } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { measureImport } from './import/measure-import.ts'
import { measureClose } from './ledger/measure-close.ts'
import { measurePages } from './ledger/measure-pages.ts'
import { measureParse } from './parse/measure-parse.ts'
import { measureRead } from './read/measure-read.ts'
import { type Bar, barsPage, type Result, tablePage, writeResult } from './report.ts'
import { measureSearch } from './search/measure-search.ts'
import type { Extent } from './sizes.ts'

/** Name → what it measures. Each says its bars beside their peers, measured in the same run. */
const workloads: Readonly<Record<string, (extent: Extent) => Promise<Result> | Result>> = {
  parse: measureParse,
  import: measureImport,
  search: measureSearch,
  read: measureRead,
  'ledger-pages': measurePages,
  'close-period': measureClose,
}

const { values, positionals } = parseArgs({ options: { small: { type: 'boolean' } }, allowPositionals: true })
const names = positionals.length > 0 ? positionals : Object.keys(workloads)
const unknown = names.filter((name) => !(name in workloads))
const [only] = names
if (unknown.length > 0) {
  console.error(`no such workload: ${unknown.join(', ')}; there are ${Object.keys(workloads).join(', ')}`)
  process.exitCode = 2
} else if (names.length === 1 && only !== undefined) await measure(only)
else await measureApart(names)

/** The exit code is 1 when a bar is missed. Only a whole run is kept in bench/results. */
async function measure(name: string): Promise<void> {
  console.log(`\n${name}: measuring…`)
  const result = await workloads[name]?.({ whole: !values.small })
  if (!result) return
  if (!values.small) writeResult(name, result)
  for (const { title, columns, rows } of result.tables) console.log(`\n${title}\n${tablePage(columns, rows)}`)
  console.log(`\n${barsPage(result.bars)}`)
  process.send?.(result.bars)
  if (result.bars.some(({ met }) => met === false)) process.exitCode = 1
}

/** A process for each, so that none inherits the heap and the compiled code of another; then all bars once more. */
async function measureApart(names: readonly string[]): Promise<void> {
  const bars: Bar[] = []
  for (const name of names) {
    const child = fork(import.meta.filename, [name, ...(values.small ? ['--small'] : [])])
    child.on('message', (told) => bars.push(...(told as readonly Bar[])))
    const [status] = await once(child, 'exit')
    if (status !== 0) process.exitCode = 1
  }
  console.log(`\n${barsPage(bars)}`)
}
