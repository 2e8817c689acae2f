import { casesModule } from '@guangyue/modules/cases'
import { catalogueModule } from '@guangyue/modules/catalogue'
import { gazetteModule } from '@guangyue/modules/gazette'
import { identityModule } from '@guangyue/modules/identity'
import { ledgerModule } from '@guangyue/modules/ledger'
import { licencesModule } from '@guangyue/modules/licences'
import { organisationsModule } from '@guangyue/modules/organisations'
import type { CityModule } from '@guangyue/platform/http'

/** The modules in their order: each may call those above it. */
export const modules: readonly CityModule[] = [
  organisationsModule,
  identityModule,
  gazetteModule,
  ledgerModule,
  catalogueModule,
  licencesModule,
  casesModule,
]
