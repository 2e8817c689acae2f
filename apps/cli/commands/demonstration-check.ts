import { ledgerFaults } from '@guangyue/modules/ledger'
import { verifyAudit } from '@guangyue/platform/audit'
import { findPlay, type OpenCity } from '@guangyue/platform/db'
import type { RunCommand, Terminal } from '../command.ts'
import { withCities } from '../with-cities.ts'

const SHOWN = 5

/** `guangyue demonstration check`: what must hold of every demonstration now. Exit code 1 when something does not. */
export const run: RunCommand = (_args, terminal) =>
  withCities(terminal, async (cities) => {
    let faulty = 0
    for (const city of cities.all().filter(({ demonstration }) => demonstration)) faulty += await check(city, terminal)
    return faulty === 0 ? 0 : 1
  })

async function check(city: OpenCity, terminal: Terminal): Promise<number> {
  const { today } = city.time()
  const play = await findPlay(city)
  const played = play ? `，推演到 ${play.playedTo ?? '第一天之前'}，至 ${play.lastDay}` : ''
  await terminal.print(`${city.name}：${today}${played}\n`)
  if (play?.problem) await terminal.print(`  ✗ 推演停住：${play.problem}\n`)
  const audit = (await verifyAudit(city.db)).faults
  const faults = [
    ...(await ledgerFaults(city.db, { today, zone: city.facts.zone })),
    ...(audit.length > 0 ? [{ rule: '审计链条完整', things: audit }] : []),
  ]
  for (const { rule, things } of faults) {
    await terminal.print(`  ✗ ${rule}：${things.length} 处不符，${things.slice(0, SHOWN).join('、')}\n`)
  }
  if (faults.length === 0) await terminal.print('  ✓ 各项规则都成立\n')
  return faults.length + (play?.problem ? 1 : 0)
}
