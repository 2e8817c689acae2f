import { verifyAudit } from '@guangyue/platform/audit'
import type { RunCommand } from '../command.ts'
import { withCities } from '../with-cities.ts'

/** `guangyue audit verify`: recomputes every city's chain. Exit code 1 when one does not hold. */
export const run: RunCommand = (_args, terminal) =>
  withCities(terminal, async (cities) => {
    let faulty = 0
    for (const city of cities.all()) {
      const report = await verifyAudit(city.db)
      await terminal.print(
        `${city.name}：记录 ${report.records} 条，封签 ${report.seals} 个，未封 ${report.unsealed} 条\n`,
      )
      await terminal.print(`  链头 ${report.head}\n`)
      for (const fault of report.faults) await terminal.print(`  ✗ ${fault}\n`)
      if (report.faults.length === 0) await terminal.print('  ✓ 链条完整\n')
      else faulty += 1
    }
    return faulty === 0 ? 0 : 1
  })
