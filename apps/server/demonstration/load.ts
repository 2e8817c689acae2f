import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { loadDemonstrationActors } from '@guangyue/modules/identity'
import { type Grants, systemActor } from '@guangyue/platform/access'
import { type Cities, type CityFacts, contextFor } from '@guangyue/platform/db'
import type { CityModule } from '@guangyue/platform/http'
import { z } from 'zod'

const City = z.object({
  key: z.string(),
  name: z.string(),
  government: z.string(),
  time_zone: z.string(),
  contact: z
    .object({ phone: z.string().nullish(), address: z.string().nullish(), postcode: z.string().nullish() })
    .nullish(),
  office: z.string().nullish(),
})
type Pack = z.infer<typeof City>
const DemoTime = z.object({ stands_at: z.string() })

const packs = new URL('../../../packs/', import.meta.url)

interface Parts {
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly say: (line: string) => void
}

/**
 * Loads the marked demonstration, every pack that has demonstration actors, into a database without cities. A load
 * that was killed in the middle is taken up again; a city that is loaded stays as it is.
 */
export async function loadDemonstration(cities: Cities, parts: Parts): Promise<void> {
  const fresh = cities.all().length === 0
  const waiting = new Set(await cities.unloaded())
  for (const folder of await demonstratedPacks()) {
    const pack = City.parse(await readJson(new URL('city.json', folder)))
    if (fresh) await createCity(cities, pack, folder)
    if (fresh || waiting.has(pack.key)) await loadPack(cities, { pack, folder, ...parts })
  }
}

async function demonstratedPacks(): Promise<readonly URL[]> {
  const names = (await readdir(packs)).sort()
  return names
    .map((name) => new URL(`${name}/`, packs))
    .filter((folder) => existsSync(new URL('demo/actors.json', folder)) && existsSync(new URL('city.json', folder)))
}

async function createCity(cities: Cities, pack: Pack, folder: URL): Promise<void> {
  const { stands_at: standsAt } = DemoTime.parse(await readJson(new URL('demo/time.json', folder)))
  await cities.create({
    key: pack.key,
    name: pack.name,
    host: `${pack.key}.localhost`,
    demonstration: true,
    facts: factsOf(pack),
  })
  await cities.moveTime(pack.key, new Date(standsAt).toISOString())
}

async function loadPack(
  cities: Cities,
  { pack, folder, ...parts }: Parts & { pack: Pack; folder: URL },
): Promise<void> {
  const city = cities.byKey(pack.key)
  if (!city) return
  parts.say(`正在装入演示数据：${pack.name} …`)
  const ctx = contextFor({ city, actor: systemActor, grants: parts.grants })
  for (const module of parts.modules) await module.loadPack?.(ctx, folder)
  await loadDemonstrationActors(ctx, folder)
  for (const module of parts.modules) await module.loadDemonstration?.(ctx, folder)
  await cities.markLoaded(pack.key)
}

function factsOf(pack: Pack): CityFacts {
  const { address, postcode, phone } = pack.contact ?? {}
  const contact = [pack.office, address, postcode, phone].filter(Boolean).join('　')
  return { governmentName: pack.government, zone: pack.time_zone, contact: contact === '' ? null : contact }
}

async function readJson(file: URL): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
