import type { App } from '@guangyue/platform/http'
import { reviewRoutes } from './routes/review.ts'
import { taskRoutes } from './routes/tasks.ts'

export function ledgerRoutes(app: App): void {
  reviewRoutes(app)
  taskRoutes(app)
}
