import type { Cities } from '../db/index.ts'
import { sealAudit } from './seal.ts'

export interface Sealer {
  stop(): Promise<void>
}

/** Seals every city's audit once a second, so that commits never queue for the chain. */
export function startSealer(cities: Cities, log: (sentence: string, error: unknown) => void): Sealer {
  let running: Promise<void> = Promise.resolve()
  let idle = true
  const beat = setInterval(() => {
    if (!idle) return
    idle = false
    running = sealAll().finally(() => {
      idle = true
    })
  }, 1000)

  async function sealAll(): Promise<void> {
    for (const city of cities.all()) {
      await sealAudit(city).catch((error) => log(`${city.name} 的审计暂时不能封签，记录未丢，将再试`, error))
    }
  }

  return {
    async stop() {
      clearInterval(beat)
      await running
      await sealAll()
    },
  }
}
