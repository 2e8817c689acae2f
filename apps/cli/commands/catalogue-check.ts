import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bodyKeysOf, readCataloguePack } from '@guangyue/modules/catalogue'
import { CommandRefusal, type RunCommand } from '../command.ts'

/** `guangyue catalogue check FOLDER`: reads the items of a pack and lists every fault with file and place; 1 if any. */
export const run: RunCommand = async (args, terminal) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
  const [name] = positionals
  if (name === undefined) throw new CommandRefusal('用法：guangyue catalogue check FOLDER')
  const folder = pathToFileURL(`${resolve(name)}/`)
  const { faults, files } = await readCataloguePack(folder, await bodyKeysOf(folder))
  for (const { file, path, message } of faults) await terminal.print(`${file}  ${path}  ${message}\n`)
  await terminal.print(
    faults.length === 0 ? `${files} 个文件，没有错误\n` : `${files} 个文件，${faults.length} 处错误\n`,
  )
  return faults.length === 0 ? 0 : 1
}
