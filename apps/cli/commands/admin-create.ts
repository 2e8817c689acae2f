import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createAccount } from '@guangyue/modules/identity'
import { systemActor } from '@guangyue/platform/access'
import { type Cities, contextFor, type OpenCity } from '@guangyue/platform/db'
import { grantsOf } from '@guangyue/platform/http'
import { modules } from '@guangyue/server/modules'
import { CommandRefusal, type RunCommand, type Terminal } from '../command.ts'
import { withCities } from '../with-cities.ts'

const options = {
  city: { type: 'string' },
  'city-name': { type: 'string' },
  government: { type: 'string' },
  host: { type: 'string' },
  zone: { type: 'string', default: 'Asia/Shanghai' },
  username: { type: 'string', default: 'admin' },
  name: { type: 'string', default: '管理员' },
} as const

/** `guangyue admin create`: the first account, and the first city when there is none. The password is shown once. */
export const run: RunCommand = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  return withCities(terminal, async (cities) => {
    const city = await cityOf(cities, values, terminal)
    const password = terminal.env.GUANGYUE_ADMIN_PASSWORD ?? randomBytes(12).toString('base64url')
    const ctx = contextFor({ city, actor: systemActor, grants: grantsOf(modules) })
    const account = { username: values.username, name: values.name, password, bodyId: null, title: null, email: null }
    await createAccount(ctx, { ...account, roles: ['administrator'] })
    await terminal.print(`${city.name} 的管理员账号已建立：用户名 ${values.username}\n`)
    if (!terminal.env.GUANGYUE_ADMIN_PASSWORD)
      await terminal.print(`初始密码（只显示这一次，登录后请修改）：${password}\n`)
    return 0
  })
}

interface Given {
  readonly city?: string
  readonly 'city-name'?: string
  readonly government?: string
  readonly host?: string
  readonly zone: string
}

async function cityOf(cities: Cities, given: Given, terminal: Terminal): Promise<OpenCity> {
  const known = given.city === undefined ? cities.all()[0] : cities.byKey(given.city)
  if (known) return known
  const { city: key, 'city-name': name } = given
  if (key === undefined || name === undefined) {
    throw new CommandRefusal('还没有城市：请同时给出 --city 代号（如 liaocheng）和 --city-name 名称（如 聊城市）')
  }
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(key))
    throw new CommandRefusal('城市代号用小写字母开头，只含小写字母、数字和 -，2 至 31 位')
  const city = await cities.create({
    key,
    name,
    host: given.host ?? `${key}.localhost`,
    demonstration: false,
    facts: { governmentName: given.government ?? `${name}人民政府`, zone: given.zone, contact: null },
  })
  await cities.markLoaded(key)
  await terminal.print(`城市 ${name} 已建立，域名 ${city.host}\n`)
  return city
}
