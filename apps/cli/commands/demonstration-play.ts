import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ledgerFaults } from '@guangyue/modules/ledger'
import { type Cities, openCities } from '@guangyue/platform/db'
import { startEmbedded } from '@guangyue/platform/db/embedded'
import { diskFiles } from '@guangyue/platform/files'
import { grantsOf, migrationsOf } from '@guangyue/platform/http'
import { demonstratedPacks, loadDemonstration } from '@guangyue/server/demonstration/load'
import { daysAfter, playDay } from '@guangyue/server/demonstration/play-day'
import { modules } from '@guangyue/server/modules'
import { CommandRefusal, type RunCommand, type Terminal } from '../command.ts'

/**
 * `guangyue demonstration play [--scale N] [--days N]`: plays the demonstrations in a database of its own that is taken
 * away again, and prints what came of it and how long it took. Exit code 1 when a rule does not hold in the end.
 */
export const run: RunCommand = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { scale: { type: 'string' }, days: { type: 'string' } } })
  const scale = Number(values.scale ?? 1)
  const days = Number(values.days ?? 1000)
  if (!(scale > 0) || !(days > 0)) throw new CommandRefusal('--scale 和 --days 应为正数')
  const folder = await mkdtemp(join(tmpdir(), 'guangyue-play-'))
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), log: () => undefined })
  try {
    const cities = await openCities(database.ownerUrl, {
      sources: migrationsOf(modules),
      files: (key) => diskFiles(join(folder, 'files', key)),
      outlets: { mail: null, hookReach: 'outside', publicUrl: null },
    })
    try {
      return await playAll(cities, { scale, days, terminal })
    } finally {
      await cities.close()
    }
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function playAll(
  cities: Cities,
  { scale, days, terminal }: { readonly scale: number; readonly days: number; readonly terminal: Terminal },
): Promise<number> {
  const grants = grantsOf(modules)
  await loadDemonstration(cities, { modules, grants, demonstration: { play: 'year', scale }, say: () => undefined })
  let faulty = 0
  for (const { pack, folder, habits } of await demonstratedPacks()) {
    const city = cities.byKey(pack.key)
    if (!city || !habits) continue
    const began = performance.now()
    const all = [...daysAfter(null, habits.from, habits.to)].slice(0, days)
    for (const day of all) {
      await playDay({ cities, city, modules, grants, habits, folder, scale, stopped: () => false }, day)
    }
    const seconds = Math.round((performance.now() - began) / 100) / 10
    const { rows } = await city.pool.query<Record<string, number>>(counts)
    const said = Object.entries(rows[0] ?? {}).map(([name, count]) => `${name} ${count}`)
    await terminal.print(`${city.name} ${all[0]} 至 ${all.at(-1)}，用时 ${seconds} 秒：${said.join('，')}\n`)
    const faults = await ledgerFaults(city.db, { today: city.time().today, zone: city.facts.zone })
    for (const { rule, things } of faults) await terminal.print(`  ✗ ${rule}：${things.length} 处不符\n`)
    if (faults.length === 0) await terminal.print('  ✓ 各项规则都成立\n')
    faulty += faults.length
  }
  return faulty === 0 ? 0 : 1
}

const counts = `select (select count(*)::int from ledger_measure where state = 'confirmed') as 措施,
  (select count(*)::int from ledger_task where parent_id is null) as 任务,
  (select count(*)::int from ledger_task where parent_id is not null) as 分解任务,
  (select count(*)::int from ledger_period) as 调度期, (select count(*)::int from ledger_report) as 报告,
  (select count(*)::int from ledger_task where state = 'closed') as 办结,
  (select count(*)::int from audit_record) as 审计记录`
