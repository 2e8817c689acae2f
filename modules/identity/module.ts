import type { CityModule } from '@guangyue/platform/http'
import { identityRoutes } from './routes.ts'

export const identityModule: CityModule = {
  name: 'identity',
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    'identity.manage-accounts': { administrator: 'city' },
    'identity.read-audit': { auditor: 'city', administrator: 'city' },
  },
  routes: identityRoutes,
}
