import { parseArgs } from 'node:util'
import { resetDemonstration } from '@guangyue/server/demonstration/reset'
import { CommandRefusal, type RunCommand } from '../command.ts'
import { withCities } from '../with-cities.ts'

/** `guangyue demonstration reset`: empties demonstrations; a running program or the next start plays them anew. */
export const run: RunCommand = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { city: { type: 'string' } } })
  return withCities(terminal, async (cities, config) => {
    const wanted = cities.all().filter(({ key, demonstration }) => demonstration && key === (values.city ?? key))
    if (wanted.length === 0) throw new CommandRefusal('没有可以重置的演示城市')
    for (const city of wanted) {
      await resetDemonstration(city, { cities, embedded: config.mode === 'demonstration' }).catch((error: Error) => {
        throw new CommandRefusal(`${city.name}：${error.message}`)
      })
      await terminal.print(`${city.name}：已清空，程序运行时随即从第一天重新推演\n`)
    }
    return 0
  })
}
