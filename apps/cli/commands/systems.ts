import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { RunCommand } from '../command.ts'

/** One system of the gazette, and whether a person can do the whole of it in the running product. */
export interface System {
  readonly id: string
  readonly name: string
  readonly state: 'works' | 'partly' | 'none'
  /** The test that drives it, from the repository's root; null while there is none. */
  readonly test: string | null
}

const words = { works: '可用', partly: '部分可用', none: '未建' } as const

/** The list as it stands in `systems.json`, S01 to S53. */
export async function readSystems(): Promise<readonly System[]> {
  return JSON.parse(await readFile(new URL('../systems.json', import.meta.url), 'utf8'))
}

/** `guangyue systems [--json]` */
export const run: RunCommand = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const systems = await readSystems()
  if (values.json) {
    await terminal.print(`${JSON.stringify(systems, null, 1)}\n`)
    return 0
  }
  for (const { id, name, state, test } of systems) {
    await terminal.print(`${id}  ${words[state].padEnd(4, '　')}  ${name}${test === null ? '' : `  （${test}）`}\n`)
  }
  const count = (state: System['state']) => systems.filter((system) => system.state === state).length
  await terminal.print(`\n可用 ${count('works')}，部分可用 ${count('partly')}，未建 ${count('none')}\n`)
  return 0
}
