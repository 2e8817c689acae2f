import { accountFaults, countAccounts, createAccount, givenPassword } from '@guangyue/modules/identity'
import { importBodies, previewFirstBodies, refuseFaultyLines } from '@guangyue/modules/organisations'
import { systemActor } from '@guangyue/platform/access'
import { type Cities, CityNameTaken, type Ctx, contextFor, type OpenCity } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { type App, grantsOf } from '@guangyue/platform/http'
import { CityInvalid, NotFirstCity } from './errors.ts'
import { modules } from './modules.ts'
import * as api from './new-city-api.ts'

/** New cities, made in the browser by the administrator of the first one. */
export function serveNewCity(app: App, cities: Cities): void {
  app.serve(api.listCitiesEndpoint, async (ctx) => {
    requireFirst(ctx, cities)
    return {
      cities: cities.all().map(({ key, name, host, facts, demonstration }) => ({
        ...{ key, name, host, demo: demonstration },
        governmentName: facts.governmentName,
      })),
    }
  })
  app.upload(api.previewFirstBodiesEndpoint, async (ctx, _input, file) => {
    requireFirst(ctx, cities)
    const lines = await previewFirstBodies(file.bytes)
    return { lines: lines.map((line) => ({ ...line, aliases: [...line.aliases], faults: [...line.faults] })) }
  })
  app.serve(api.createCityEndpoint, (ctx, { body }) => createCity(ctx, cities, body))
}

interface Made {
  readonly key: string
  readonly name: string
  readonly host: string
  readonly administrator: { readonly username: string; readonly password: string }
  readonly bodies: number
}

/**
 * Makes a city with its bodies and its first administrator, and opens it at once under its host. Everything is checked
 * before the first statement; what is killed in the middle is a city without accounts, and the same form takes it up
 * again. A city made in a demonstration is marked as one. Refuses, by field, an unfit key, a host in use, a weak password.
 */
export async function createCity(ctx: Ctx, cities: Cities, form: api.NewCityForm): Promise<Made> {
  requireFirst(ctx, cities)
  const password = givenPassword(form.administrator.password)
  const account = {
    ...form.administrator,
    password,
    bodyId: null,
    title: null,
    email: null,
    roles: ['administrator'] as const,
  }
  const faults = [...cityFaults(form, cities), ...accountFaults(account).map(under('administrator'))]
  if (faults.length > 0) throw new CityInvalid(faults)
  refuseFaultyLines(form.bodies)
  const city = (await unfinished(cities, form)) ?? (await open(ctx, cities, form))
  const inside = insideOf(city)
  const { bodies } = await importBodies(inside, form.bodies)
  await cities.markLoaded(city.key)
  await createAccount(inside, { ...account, mustChangePassword: true })
  const made = { thing: `city/${city.key}`, after: { name: city.name, host: city.host, bodies } }
  await inside.transact((tx) => inside.audit(tx, 'server.create-city', made))
  await ctx.transact((tx) => ctx.audit(tx, 'server.create-city', made))
  const administrator = { username: form.administrator.username, password }
  return { key: city.key, name: city.name, host: city.host, administrator, bodies }
}

function requireFirst(ctx: Ctx, cities: Cities): void {
  ctx.require('server.create-city')
  const first = cities.all()[0]
  if (first && first.key !== ctx.city.key) throw new NotFirstCity(first.name)
}

function open(
  ctx: Ctx,
  cities: Cities,
  { key, name, host, governmentName, zone, contact }: api.NewCityForm,
): Promise<OpenCity> {
  const facts = { governmentName, zone, contact: contact === '' ? null : contact }
  return cities.create({ key, name, host, demonstration: ctx.city.demonstration, facts })
}

/** The city of this key and host if its making stopped half-way: then nobody can sign in to it yet. */
async function unfinished(cities: Cities, { key, host }: api.NewCityForm): Promise<OpenCity | undefined> {
  const city = cities.byKey(key)
  if (!city) return undefined
  if (city.host !== host || (await countAccounts(insideOf(city))) > 0) throw new CityNameTaken(key)
  return city
}

function insideOf(city: OpenCity): Ctx {
  return contextFor({ city, actor: systemActor, grants: grantsOf(modules) })
}

function cityFaults(form: api.NewCityForm, cities: Cities): FieldFault[] {
  const faults: FieldFault[] = []
  const refuse = (field: string, message: string) => faults.push({ field, message })
  const others = cities.all().filter(({ key }) => key !== form.key)
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(form.key)) refuse('key', '代号用小写字母开头，只含小写字母、数字和 -，2 至 31 位')
  else if (others.some(({ host }) => host === `${form.key}.localhost`))
    refuse('key', '这个代号的本机网址已属于另一座城市')
  if (form.name === '') refuse('name', '请填写城市名称，例如 聊城市')
  if (form.governmentName === '') refuse('governmentName', '请填写政府名称，例如 聊城市人民政府')
  const host = hostFault(form)
  if (host) refuse('host', host)
  else if (others.some((city) => city.host === form.host)) refuse('host', '这个域名已属于另一座城市')
  else if (others.some(({ key }) => form.host === `${key}.localhost`)) refuse('host', '这个网址已属于另一座城市')
  if (!isZone(form.zone)) refuse('zone', '时区不正确，例如 Asia/Shanghai')
  return faults
}

/** A host is a name with a dot; bare localhost and addresses belong to the first city. */
function hostFault({ host, key }: api.NewCityForm): string | undefined {
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  if (host.length > 200 || !new RegExp(`^(${label}\\.)+[a-z]${label.slice('[a-z0-9]'.length)}$`).test(host)) {
    return '域名用小写字母、数字、- 和点，不带 http:// 和端口，例如 gongbao.liaocheng.gov.cn'
  }
  if (host.endsWith('.localhost') && host !== `${key}.localhost`) return `本机网址只能是 ${key}.localhost`
  return undefined
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function under(part: string) {
  return ({ field, message }: FieldFault): FieldFault => ({ field: `${part}.${field}`, message })
}
