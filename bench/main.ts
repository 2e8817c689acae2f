import { spawnSync } from 'node:child_process'
import { measureImport } from './import/measure-import.ts'
import { measureParse } from './parse/measure-parse.ts'
import { measureRead } from './read/measure-read.ts'
import { barsPage, type Result, readBars, tablePage, writeResult } from './report.ts'
import { measureSearch } from './search/measure-search.ts'

/** Name → what it measures. Each says its bars beside their peers, measured in the same run. */
const workloads: Readonly<Record<string, () => Promise<Result> | Result>> = {
  parse: measureParse,
  import: measureImport,
  search: measureSearch,
  read: measureRead,
}

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(workloads)
const [only] = names
const unknown = names.filter((name) => !(name in workloads))
if (unknown.length > 0) {
  console.error(`no such workload: ${unknown.join(', ')}; there are ${Object.keys(workloads).join(', ')}`)
  process.exitCode = 2
} else if (names.length === 1 && only !== undefined) await measure(only)
else measureApart(names)

async function measure(name: string): Promise<void> {
  console.log(`\n${name}: measuring…`)
  const result = await workloads[name]?.()
  if (!result) return
  writeResult(name, result)
  for (const { title, columns, rows } of result.tables) console.log(`\n${title}\n${tablePage(columns, rows)}`)
  console.log(`\n${barsPage(result.bars)}`)
}

/** A process for each, so that none inherits the heap and the compiled code of another. */
function measureApart(names: readonly string[]): void {
  const done = names.filter((name) => {
    const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name], {
      stdio: 'inherit',
    })
    return status === 0
  })
  console.log(`\n${barsPage(done.flatMap(readBars))}`)
  if (done.length < names.length) process.exitCode = 1
}
