import { join } from 'node:path'
import { type Config, readConfig } from '@guangyue/platform/config'
import { type Cities, openCities } from '@guangyue/platform/db'
import { findRunning, startEmbedded } from '@guangyue/platform/db/embedded'
import { openFiles } from '@guangyue/platform/files'
import { migrationsOf } from '@guangyue/platform/http'
import { modules } from '@guangyue/server/modules'
import { CommandRefusal, type Terminal } from './command.ts'

/**
 * Opens the cities of the installation that the environment names, runs the work and closes them. The embedded
 * database of a running program is used beside it; one that does not run is started for the while.
 */
export async function withCities<Result>(
  terminal: Terminal,
  work: (cities: Cities, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = configOf(terminal)
  const database = await ownerOf(config, terminal)
  try {
    const cities = await openCities(database.url, {
      sources: migrationsOf(modules),
      files: (city) => openFiles(city, config),
      outlets: { mail: null, hookReach: config.hookReach, publicUrl: config.publicUrl },
      poolSize: 2,
    })
    try {
      return await work(cities, config)
    } finally {
      await cities.close()
    }
  } finally {
    await database.stop()
  }
}

function configOf(terminal: Terminal): Config {
  try {
    return readConfig(terminal.env, terminal.root)
  } catch (error) {
    throw new CommandRefusal(error instanceof Error ? error.message : String(error))
  }
}

async function ownerOf(config: Config, terminal: Terminal): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} }
  const folder = join(config.dataFolder, 'postgres')
  const running = await findRunning(folder)
  if (running) return { url: running, stop: async () => {} }
  const started = await startEmbedded({ dataDir: folder, log: (line) => terminal.warn(line) })
  return { url: started.ownerUrl, stop: () => started.stop() }
}
