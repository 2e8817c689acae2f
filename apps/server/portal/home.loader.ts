import { gazetteHome } from '@guangyue/modules/gazette'
import { type LedgerHome, ledgerHome, statesOf } from '@guangyue/modules/ledger'
import type { Ctx } from '@guangyue/platform/db'
import type { HomeView, PromisesView } from './home.view.ts'

/** The front page from what the modules have to show. */
export async function homeView(ctx: Ctx): Promise<HomeView> {
  const [gazette, ledger] = await Promise.all([gazetteHome(ctx), ledgerHome(ctx)])
  return { search: { action: '/search', hints: [] }, promises: ledger && promisesOf(ledger, ctx.today), ...gazette }
}

function promisesOf(ledger: LedgerHome, asOf: string): PromisesView {
  const { total, href, groups } = ledger
  return {
    total,
    asOf,
    href,
    counts: statesOf(ledger.counts),
    hrefs: statesOf(ledger.hrefs),
    groups: groups.map((group) => ({ ...group, counts: statesOf(group.counts) })),
  }
}
