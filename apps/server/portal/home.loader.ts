import { gazetteHome } from '@guangyue/modules/gazette'
import type { Ctx } from '@guangyue/platform/db'
import type { HomeView } from './home.view.ts'

/** The front page from what the modules have to show. */
export async function homeView(ctx: Ctx): Promise<HomeView> {
  return { search: { action: '/search', hints: [] }, promises: null, ...(await gazetteHome(ctx)) }
}
