import type { CityModule } from '@guangyue/platform/http'
import { loadDemonstrationCases } from './demonstration.ts'
import { dueCases } from './due.ts'
import { caseGrants } from './grants.ts'
import { caseRoutes } from './routes.ts'

export const casesModule: CityModule = {
  name: 'cases',
  title: { zh: '办件', en: 'Cases' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: caseGrants,
  routes: caseRoutes,
  daily: dueCases,
  loadDemonstration: loadDemonstrationCases,
}
