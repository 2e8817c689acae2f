import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../access/index.ts'
import { systemActor } from '../access/index.ts'
import { type Cities, type Ctx, contextFor, type OpenCity, type Outlets, openCities } from '../db/index.ts'
import { diskFiles } from '../files/index.ts'
import { type CityModule, grantsOf, migrationsOf } from '../http/index.ts'
import { createDatabase, templateDatabase } from './database.ts'

export interface TestCity {
  readonly city: OpenCity
  readonly cities: Cities
  /** A context of this city for the given actor; the program itself unless said. */
  ctx(actor?: Actor): Ctx
  drop(): Promise<void>
}

const silent: Outlets = { mail: null, hookReach: 'outside', publicUrl: null }

/** The instant on which the legal time of a test city stands: noon of 2021-07-06 in Shanghai. */
export const testInstant = '2021-07-06T04:00:00.000Z'

/**
 * A city of its own for one test file: a copy of a database that was migrated once for these modules. Its legal time
 * stands on `testInstant`.
 */
export async function testCity(modules: readonly CityModule[], outlets: Outlets = silent): Promise<TestCity> {
  const sources = migrationsOf(modules)
  const folder = await mkdtemp(join(tmpdir(), 'guangyue-test-files-'))
  const files = (key: string) => diskFiles(join(folder, key))
  const template = await templateDatabase(modules.map(({ name }) => name).join('+'), async (url) => {
    const cities = await openCities(url, { sources, files, outlets })
    await cities.create({
      key: 'test',
      name: '试验市',
      host: 'test.localhost',
      demonstration: false,
      facts: { governmentName: '试验市人民政府', zone: 'Asia/Shanghai', contact: null },
    })
    await cities.close()
  })
  const database = await createDatabase(template)
  const cities = await openCities(database.url, { sources, files, outlets, poolSize: 6 })
  await cities.moveTime('test', testInstant)
  const city = cities.byKey('test')
  if (!city) throw new Error('the template has lost its city')
  const grants = grantsOf(modules)
  return {
    city,
    cities,
    ctx: (actor = systemActor) => contextFor({ city, actor, grants }),
    async drop() {
      await cities.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
