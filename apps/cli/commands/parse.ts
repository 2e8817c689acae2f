import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type IssueRead, parseIssue, toParseContract } from '@guangyue/kernel/gazette-text'
import { defaultLimits, readSource } from '@guangyue/modules/gazette/source'
import { CommandRefusal, type RunCommand, type Terminal } from '../command.ts'
import { openFile, readAtMost } from '../read-file.ts'
import { summaryOf } from './parse-summary.ts'

const USAGE = 'parse FILE [--year YYYY] [--json]'

/**
 * `guangyue parse FILE [--year YYYY] [--json]`: what was read out of a gazette. With --json the contract's one object;
 * for a file that is refused it is empty but for one fault, and the exit code is 2.
 */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, year: { type: 'string' } },
  })
  const year = yearOf(values.year)
  const [name] = positionals
  const file = await openFile(name, USAGE, terminal)
  const source = await readSource(await readAtMost(file, defaultLimits.maxBytes + 1), basename(name ?? ''))
  await file.close()
  if (!source.ok) {
    if (values.json) await terminal.print(`${JSON.stringify(refused(source))}\n`)
    throw new CommandRefusal(source.message)
  }
  for (const note of source.notes) terminal.warn(note)
  const read = parseIssue(source.text, { year })
  await print(read, values.json ? 'json' : 'summary', terminal)
  return 0
}

async function print(read: IssueRead, form: 'json' | 'summary', terminal: Terminal): Promise<void> {
  const text = form === 'json' ? JSON.stringify(toParseContract(read)) : summaryOf(read)
  await terminal.print(`${text}\n`)
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[12]\d{3}$/.test(text)) throw new CommandRefusal(`年份应为四位数字，例如 --year 2021；现在是 ${text}`)
  return Number(text)
}

const refused = ({ code, message }: { readonly code: string; readonly message: string }) => ({
  issue: null,
  documents: [],
  measures: [],
  appointments: [],
  chronicle: [],
  faults: [{ line: 0, code, message }],
})
