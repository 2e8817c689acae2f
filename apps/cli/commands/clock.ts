import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Calendar, calendarFrom } from '@guangyue/kernel/calendar'
import { answerClock } from '@guangyue/kernel/legal-clock'
import type { RunCommand } from '../command.ts'
import { linesOf, TOO_LONG } from '../lines.ts'
import { openFile } from '../read-file.ts'

const LONGEST_LINE = 2 ** 20
const PRINT_AT = 2 ** 16

/** `guangyue clock FILE.jsonl`: one line out for each line in, in order; `{id, error}` for one that cannot be answered. */
export const run: RunCommand = async (args, terminal) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
  const file = await openFile(positionals[0], 'clock FILE.jsonl', terminal)
  const calendar = await nationalCalendar(terminal.root)
  let ready = ''
  for await (const line of linesOf(file.createReadStream(), LONGEST_LINE)) {
    const answer = line === TOO_LONG ? { id: null, error: '这一行超过 1 MB，没有读' } : answerClock(line, calendar)
    ready += `${JSON.stringify(answer)}\n`
    if (ready.length < PRINT_AT) continue
    await terminal.print(ready)
    ready = ''
  }
  await terminal.print(ready)
  return 0
}

async function nationalCalendar(root: string): Promise<Calendar> {
  return calendarFrom(JSON.parse(await readFile(join(root, 'packs/national/holidays.json'), 'utf8')))
}
