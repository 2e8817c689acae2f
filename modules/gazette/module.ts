import type { CityModule } from '@guangyue/platform/http'
import { handInPackIssue } from './demonstration.ts'
import { loadGazettePack } from './pack.ts'
import { gazetteRoutes } from './routes.ts'
import { runImport } from './service/import.ts'

export const gazetteModule: CityModule = {
  name: 'gazette',
  title: { zh: '公报', en: 'Gazette' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    'gazette.import': { supervision: 'city', editor: 'city' },
    'gazette.read': { supervision: 'city', editor: 'city', officer: 'city', head: 'city', auditor: 'city' },
    'gazette.judge': { supervision: 'city', editor: 'city' },
    'gazette.compose': { editor: 'city' },
    'gazette.review-issue': { editor: 'city', supervision: 'city' },
    'gazette.sign-issue': { editor: 'city' },
  },
  routes: gazetteRoutes,
  reactions: {
    'gazette.import-received': (ctx, { payload }) => runImport(ctx, String(payload.importId)),
  },
  loadPack: loadGazettePack,
  loadDemonstration: handInPackIssue,
  nav: [
    { href: '/gazette', zh: '公报', en: 'Gazette' },
    { href: '/officials', zh: '任免', en: 'Offices' },
    { href: '/chronicle', zh: '大事记', en: 'Chronicle' },
    { href: '/search', zh: '检索', en: 'Search' },
  ],
}
