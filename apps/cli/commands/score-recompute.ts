import { parseArgs } from 'node:util'
import { issuedPeriods, recomputePeriod } from '@guangyue/modules/ledger'
import type { Cities, Db, OpenCity } from '@guangyue/platform/db'
import { CommandRefusal, type RunCommand, type Terminal } from '../command.ts'
import { withCities } from '../with-cities.ts'

const usage = '用法：guangyue score recompute 2021-07 [--city 代号]'

/**
 * `guangyue score recompute PERIOD`: computes the issued scores of a month or of one period again from what was frozen
 * and compares them with what was issued. Exit code 1 when a line differs.
 */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { city: { type: 'string' } },
  })
  const [word, ...more] = positionals
  if (word === undefined || more.length > 0) throw new CommandRefusal(`没有写明哪一期。${usage}`)
  return withCities(terminal, async (cities) => {
    const city = cityOf(cities, values.city)
    const periods = await issuedPeriods(city.db, word)
    if (periods.length === 0) throw new CommandRefusal(`${city.name}没有公布过“${word}”的考评。${usage}`)
    let different = 0
    for (const period of periods) different += await compare(city.db, period, terminal)
    return different === 0 ? 0 : 1
  })
}

function cityOf(cities: Cities, key: string | undefined): OpenCity {
  const all = cities.all()
  if (key === undefined && all.length > 1) {
    throw new CommandRefusal(`有多个城市，请用 --city 指明：${all.map((one) => one.key).join('、')}`)
  }
  const city = key === undefined ? all[0] : cities.byKey(key)
  if (!city) throw new CommandRefusal(key === undefined ? '还没有城市' : `没有代号为 ${key} 的城市`)
  return city
}

async function compare(
  db: Db,
  period: { readonly id: string; readonly name: string },
  terminal: Terminal,
): Promise<number> {
  const { lines, differences } = await recomputePeriod(db, period.id)
  await terminal.print(`${period.name}：重算 ${lines} 行，不同 ${differences.length} 行\n`)
  for (const { unit, line, issued, computed } of differences) {
    await terminal.print(`  ✗ ${unit} ${line}：公布 ${issued}，重算 ${computed}\n`)
  }
  if (differences.length === 0) await terminal.print('  ✓ 与公布的一致\n')
  return differences.length
}
