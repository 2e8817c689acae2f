import type { CityModule } from '@guangyue/platform/http'
import { REACTION_FAILED } from '@guangyue/platform/jobs'
import { accountRoutes } from './accounts/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { cleanDeliveries } from './inbox/clean-deliveries.ts'
import { remindProbations } from './inbox/remind-probations.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { deliverMessages } from './inbox/service.ts'
import { tellFailedReaction } from './inbox/tell-failed-reaction.ts'
import { ownRoutes } from './own/routes.ts'
import { identityRoutes } from './routes.ts'

export const identityModule: CityModule = {
  name: 'identity',
  title: { zh: '账号与消息', en: 'Accounts and messages' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    'identity.manage-accounts': { administrator: 'city' },
    'identity.edit-templates': { administrator: 'city' },
    'identity.read-audit': { auditor: 'city', administrator: 'city' },
  },
  routes(app) {
    identityRoutes(app)
    ownRoutes(app)
    accountRoutes(app)
    auditRoutes(app)
    inboxRoutes(app)
  },
  async daily(ctx) {
    await remindProbations(ctx)
    await cleanDeliveries(ctx)
  },
  reactions: { 'identity.messages-written': deliverMessages, [REACTION_FAILED]: tellFailedReaction },
}
