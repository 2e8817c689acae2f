import type { Cities } from '@guangyue/platform/db'
import type { CityModule } from '@guangyue/platform/http'
import type { Bundle } from './bundle.ts'
import { serveReset } from './demonstration/reset.ts'
import { serveDemonstrationTime } from './demonstration/time.ts'
import { serveFailedJobs } from './failed-jobs.ts'
import { serveNewCity } from './new-city.ts'
import { serveOwnRoutes } from './own-routes.ts'

/** What belongs to the program and not to a city: home, health, the desk's files, new cities, the demonstration's time. */
export function serverModule(parts: {
  readonly cities: Cities
  readonly bundle: Bundle
  /** Whether the data stand in the embedded database of a demonstration. */
  readonly embedded: boolean
}): CityModule {
  return {
    name: 'server',
    title: { zh: '系统', en: 'System' },
    grants: {
      'server.create-city': { administrator: 'city' },
      'server.move-time': { administrator: 'city' },
      'server.reset-demonstration': { administrator: 'city' },
      'server.mend-jobs': { administrator: 'city' },
    },
    routes(app) {
      serveOwnRoutes(app, parts)
      serveNewCity(app, parts.cities)
      serveDemonstrationTime(app, parts.cities)
      serveReset(app, parts)
      serveFailedJobs(app, parts.cities)
    },
  }
}
