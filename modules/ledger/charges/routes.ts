import type { App } from '@guangyue/platform/http'
import { listChargesEndpoint, nameCommanderEndpoint, saveChargeEndpoint } from './api.ts'
import { charges, nameCommander, saveCharge } from './service.ts'

export function chargeRoutes(app: App): void {
  app.serve(listChargesEndpoint, (ctx) => charges(ctx))
  app.serve(saveChargeEndpoint, (ctx, { body }) => saveCharge(ctx, body))
  app.serve(nameCommanderEndpoint, async (ctx, { params, body }) => {
    await nameCommander(ctx, { ...params, ...body })
    return {}
  })
}
