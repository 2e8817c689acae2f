import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { loadDemonstrationActors } from '@guangyue/modules/identity'
import { type Habits, readHabits } from '@guangyue/modules/ledger'
import { type Grants, systemActor } from '@guangyue/platform/access'
import { beginPlay, type Cities, type CityFacts, contextFor } from '@guangyue/platform/db'
import type { CityModule } from '@guangyue/platform/http'
import { z } from 'zod'
import { instantOf } from './instant.ts'

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

export interface Parts {
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  /** Whether a demonstration that is loaded now is then played, and on which scale. */
  readonly demonstration: { readonly play: 'year' | 'start'; readonly scale: number }
  readonly say: (line: string) => void
}

/** A pack that is shown as a demonstration, with its habits if its days can be played. */
export interface DemonstratedPack {
  readonly pack: Pack
  readonly folder: URL
  readonly habits: Habits | undefined
  /** Stands beside the played city and stays at its first day, so that its drafts can be confirmed by hand. */
  readonly practice: boolean
}

/**
 * Loads the marked demonstration, every pack that has demonstration actors, into a database without cities. A load
 * that was killed in the middle is taken up again; a city that is loaded stays as it is.
 */
export async function loadDemonstration(cities: Cities, parts: Parts): Promise<void> {
  const fresh = cities.all().length === 0
  const waiting = new Set(await cities.unloaded())
  for (const one of await demonstratedPacks()) {
    if (one.practice && parts.demonstration.play === 'start') continue
    if (fresh) await createCity(cities, one.pack)
    if (fresh || waiting.has(one.pack.key)) await loadPack(cities, one, parts)
  }
}

/** All packs with demonstration actors; each that can be played has its practice city after it. */
export async function demonstratedPacks(): Promise<readonly DemonstratedPack[]> {
  const names = (await readdir(packs)).sort()
  const folders = names
    .map((name) => new URL(`${name}/`, packs))
    .filter((folder) => existsSync(new URL('demo/actors.json', folder)) && existsSync(new URL('city.json', folder)))
  const shown = await Promise.all(folders.map(citiesOf))
  return shown.flat()
}

async function citiesOf(folder: URL): Promise<readonly DemonstratedPack[]> {
  const pack = City.parse(await readJson(new URL('city.json', folder)))
  const habits = await readHabits(folder)
  const itself = { pack, folder, habits, practice: false }
  if (!habits) return [itself]
  const { key, name } = pack
  const practice = { ...pack, key: `${key}-practice`, name: `${name}（演练）` }
  return [itself, { pack: practice, folder, habits: undefined, practice: true }]
}

async function createCity(cities: Cities, pack: Pack): Promise<void> {
  await cities.create({
    key: pack.key,
    name: pack.name,
    host: `${pack.key}.localhost`,
    demonstration: true,
    facts: factsOf(pack),
  })
}

/** Loads a pack into its city, which then stands on its day; with habits its play is begun. Safe to repeat. */
export async function loadPack(
  cities: Cities,
  { pack, folder, habits }: DemonstratedPack,
  { modules, grants, demonstration, say }: Parts,
): Promise<void> {
  const city = cities.byKey(pack.key)
  if (!city) return
  say(`正在装入演示数据：${pack.name} …`)
  const played = demonstration.play === 'year' ? habits : undefined
  const { stands_at: standsAt } = DemoTime.parse(await readJson(new URL('demo/time.json', folder)))
  if (played) await beginPlay(city, { firstDay: played.from, lastDay: played.to, scale: demonstration.scale })
  await cities.moveTime(
    pack.key,
    played ? await instantOf(city, played.from, '09:00') : new Date(standsAt).toISOString(),
  )
  const ctx = contextFor({ city, actor: systemActor, grants })
  for (const module of modules) await module.loadPack?.(ctx, folder)
  await loadDemonstrationActors(ctx, folder)
  for (const module of modules) await module.loadDemonstration?.(ctx, folder)
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
