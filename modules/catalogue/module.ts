import type { CityModule } from '@guangyue/platform/http'
import { catalogueRoutes } from './routes.ts'
import { loadCatalogue, rehangItems } from './service.ts'

export const catalogueModule: CityModule = {
  name: 'catalogue',
  title: { zh: '办事目录', en: 'Services' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    'catalogue.read': { officer: 'city', head: 'city', supervision: 'city', administrator: 'city', auditor: 'city' },
  },
  routes: catalogueRoutes,
  loadPack: loadCatalogue,
  daily: rehangItems,
  nav: [{ href: '/services', zh: '办事', en: 'Services' }],
}
