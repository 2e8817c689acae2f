import type { App } from '@guangyue/platform/http'
import { cataloguePages } from './pages/routes.ts'

export function catalogueRoutes(app: App): void {
  cataloguePages(app)
}
