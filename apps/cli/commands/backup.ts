import { resolve } from 'node:path'
import { writeBackup } from '@guangyue/platform/backup'
import { CommandRefusal, type RunCommand } from '../command.ts'
import { withCities } from '../with-cities.ts'

/** `guangyue backup FILE.tar.gz`: data and files of all cities, while the program runs or not. */
export const run: RunCommand = ([file], terminal) => {
  if (file === undefined) throw new CommandRefusal('请给出备份文件的路径，例如 guangyue backup 备份.tar.gz')
  return withCities(terminal, async (cities) => {
    const path = resolve(terminal.cwd, file)
    const { cities: count, rows, files } = await writeBackup(cities, path, new Date().toISOString())
    await terminal.print(`已备份 ${count} 座城市、${rows} 行数据、${files} 个文件：${path}\n`)
    return 0
  })
}
