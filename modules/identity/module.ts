import type { CityModule } from '@guangyue/platform/http'
import { inboxRoutes } from './inbox/routes.ts'
import { deliverMessages } from './inbox/service.ts'
import { identityRoutes } from './routes.ts'

export const identityModule: CityModule = {
  name: 'identity',
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    'identity.manage-accounts': { administrator: 'city' },
    'identity.edit-templates': { administrator: 'city' },
    'identity.read-audit': { auditor: 'city', administrator: 'city' },
  },
  routes(app) {
    identityRoutes(app)
    inboxRoutes(app)
  },
  reactions: { 'identity.messages-written': deliverMessages },
}
