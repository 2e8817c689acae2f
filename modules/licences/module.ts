import type { CityModule } from '@guangyue/platform/http'
import { actOnLicence } from './act.ts'
import { actOnLicenceEndpoint } from './api.ts'
import { licencePages } from './pages/routes.ts'

export const licencesModule: CityModule = {
  name: 'licences',
  title: { zh: '电子证照', en: 'Licences' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    /** Seeing the own licences, and what of them is shown. */
    'licences.hold': 'signed-in',
    /** Suspending, resuming and revoking what the own body issued. */
    'licences.act': { officer: 'bodies', head: 'bodies' },
  },
  routes: (app) => {
    licencePages(app)
    app.serve(actOnLicenceEndpoint, (ctx, { params, body }) => actOnLicence(ctx, { ...params, ...body }))
  },
}
