import type { App } from '@guangyue/platform/http'
import { reviewRoutes } from './routes/review.ts'

export function ledgerRoutes(app: App): void {
  reviewRoutes(app)
}
