import { parseArgs } from 'node:util'
import { holds, type Verified, verifyIssues } from '@guangyue/modules/gazette'
import type { OpenCity } from '@guangyue/platform/db'
import { CommandRefusal, type RunCommand, type Terminal } from '../command.ts'
import { withCities } from '../with-cities.ts'

const faults = {
  content: '内容与签发的摘要不符',
  hash: '签发书被改动',
  chain: '没有接在上一期之后',
  signature: '签名不是本市密钥作出的',
  seal: '印出的审计链链头不在审计链上',
} as const satisfies Record<Exclude<keyof Verified, 'issue'>, string>

/**
 * `guangyue gazette verify`: verifies every signed issue of each city, or of the one named, and prints the chain. Exit
 * code 1 when one does not hold.
 */
export const run: RunCommand = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { city: { type: 'string' } } })
  return withCities(terminal, async (cities) => {
    const wanted = values.city === undefined ? cities.all() : [cities.byKey(values.city)]
    let faulty = 0
    for (const city of wanted) {
      if (!city) throw new CommandRefusal(`没有代号为 ${values.city} 的城市`)
      faulty += await verifyCity(city, terminal)
    }
    return faulty === 0 ? 0 : 1
  })
}

async function verifyCity(city: OpenCity, terminal: Terminal): Promise<number> {
  const chain = await verifyIssues(city.db)
  const faulty = chain.filter((one) => !holds(one))
  await terminal.print(`${city.name}：签发公报 ${chain.length} 期，不符 ${faulty.length} 期\n`)
  for (const one of chain) {
    const { position, label, hash, signedOn } = one.issue
    await terminal.print(`  ${holds(one) ? '✓' : '✗'} 第 ${position} 份　${label}　${signedOn}　${hash}\n`)
    for (const [what, said] of Object.entries(faults)) {
      if (!one[what as keyof typeof faults]) await terminal.print(`      ${said}\n`)
    }
  }
  return faulty.length
}
