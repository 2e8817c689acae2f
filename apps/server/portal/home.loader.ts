import { gazetteHome } from '@guangyue/modules/gazette'
import { type LedgerHome, type Light, ledgerHome } from '@guangyue/modules/ledger'
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
    counts: byState(ledger.counts),
    hrefs: byState(ledger.hrefs),
    groups: groups.map((group) => ({ ...group, counts: byState(group.counts) })),
  }
}

/** The ledger's lights under the names by which they are drawn. */
function byState<Value>(lights: Readonly<Record<Light, Value>>) {
  return {
    overdue: lights.red,
    near: lights.yellow,
    'on-time': lights.green,
    none: lights.none,
    suspended: lights.paused,
    done: lights.done,
  }
}
