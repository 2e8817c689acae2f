import type { App } from '@guangyue/platform/http'
import { chargeRoutes } from './charges/routes.ts'
import { dispatchRoutes } from './dispatch/routes.ts'
import { followRoutes } from './follows/routes.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { metricRoutes } from './metrics/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { ledgerPages } from './pages/routes.ts'
import { problemRoutes } from './problems/routes.ts'
import { bodyRoutes } from './routes/bodies.ts'
import { requestRoutes } from './routes/requests.ts'
import { reviewRoutes } from './routes/review.ts'
import { sheetRoutes } from './routes/sheets.ts'
import { taskRoutes } from './routes/tasks.ts'
import { scoreRoutes } from './scores/routes.ts'

export function ledgerRoutes(app: App): void {
  bodyRoutes(app)
  chargeRoutes(app)
  dispatchRoutes(app)
  followRoutes(app)
  inspectionRoutes(app)
  metricRoutes(app)
  scoreRoutes(app)
  noticeRoutes(app)
  overviewRoutes(app)
  ledgerPages(app)
  problemRoutes(app)
  requestRoutes(app)
  reviewRoutes(app)
  taskRoutes(app)
  sheetRoutes(app)
}
