import { resolve } from 'node:path'
import { restoreBackup } from '@guangyue/platform/backup'
import { CommandRefusal, type RunCommand } from '../command.ts'
import { withCities } from '../with-cities.ts'

/** `guangyue restore FILE.tar.gz`: into an installation that does not have these cities. */
export const run: RunCommand = ([file], terminal) => {
  if (file === undefined) throw new CommandRefusal('请给出备份文件的路径，例如 guangyue restore 备份.tar.gz')
  return withCities(terminal, async (cities) => {
    const restored = await restoreBackup(cities, resolve(terminal.cwd, file))
    await terminal.print(`已恢复 ${restored.cities.join('、')}，文件 ${restored.files} 个。\n`)
    return 0
  })
}
