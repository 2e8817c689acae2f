import type { Ctx } from '@guangyue/platform/db'
import type { Light } from '../model/light.ts'
import { listIndicatorFigures, listReleased } from '../store/public-list.ts'

export interface LedgerHome {
  readonly total: number
  readonly href: string
  readonly counts: Readonly<Record<Light, number>>
  readonly hrefs: Readonly<Record<Light, string>>
  /** Small multiples: the indicators of a document that has them, else the documents; none where there is but one. */
  readonly groups: readonly {
    readonly name: string
    readonly href: string
    readonly total: number
    readonly counts: Readonly<Record<Light, number>>
  }[]
}

const LIGHTS = ['red', 'yellow', 'green', 'none', 'paused', 'done'] as const

/** What the front page says of promises: figures of the documents whose progress is published; null while none is. */
export async function ledgerHome(ctx: Ctx): Promise<LedgerHome | null> {
  const documents = (await listReleased(ctx.db, ctx.today)).filter(({ release }) => release === 'progress')
  if (documents.length === 0) return null
  const indicators = await listIndicatorFigures(ctx.db, ctx.today)
  const groups = documents.flatMap(({ id, number, title, figures }) => {
    const own = indicators.filter(({ documentId }) => documentId === id)
    const whole = { name: number ?? title, href: `/ledger?document=${id}`, figures }
    return own.length === 0
      ? [whole]
      : own.map(({ key, name, figures }) => ({ name, href: `/ledger?document=${id}&indicator=${key}`, figures }))
  })
  const byLight = <Value>(value: (light: Light) => Value) =>
    Object.fromEntries(LIGHTS.map((light) => [light, value(light)])) as Record<Light, Value>
  return {
    total: documents.reduce((sum, { figures }) => sum + figures.all, 0),
    href: '/ledger',
    counts: byLight((light) => documents.reduce((sum, { figures }) => sum + figures[light], 0)),
    hrefs: byLight((light) => `/ledger?light=${light}`),
    groups:
      groups.length < 2
        ? []
        : groups.map(({ name, href, figures }) => ({
            name,
            href,
            total: figures.all,
            counts: byLight((light) => figures[light]),
          })),
  }
}
