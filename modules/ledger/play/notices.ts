import { listPeriods } from '../dispatch/store.ts'
import { composeNotices } from '../notices/compose.ts'
import { issueNotice, publishNotice, reviewNotice } from '../notices/service.ts'
import { findNotice } from '../notices/store.ts'
import { findIssue } from '../scores/store.ts'
import type { Play } from './play.ts'
import { listBehind } from './store.ts'

/** After the scores of a period the office tells how it went, orders those who are late and warns those who are near. */
export async function tellUnits(play: Play): Promise<void> {
  for (const { id: periodId, month, closedOn } of await listPeriods(play.db)) {
    const issue = closedOn === null ? undefined : await findIssue(play.db, periodId)
    const id = play.draws.id('bulletin', month)
    if (!issue || issue.issuedOn >= play.today || (await findNotice(play.db, id))) continue
    await play.stage.attempt(async () => {
      await composeNotices(play.as(play.cast.writer, '09:10'), { kind: 'bulletin', id, periodId })
      await send(play, [id], { published: true })
    })
    await play.stage.attempt(() => toUnits(play, month))
  }
}

async function toUnits(play: Play, month: string): Promise<void> {
  const { draws, habits, cast } = play
  const most = habits.notices.perPeriod
  const keyOf = ({ bodyId }: { bodyId: string }) => cast.units.get(bodyId)?.body.key ?? ''
  const behind = (await listBehind(play.db, play.today)).filter((one) => keyOf(one) !== '')
  const wanted = {
    order: (one: (typeof behind)[number]) => one.over,
    prompt: (one: (typeof behind)[number]) => one.near,
  }
  for (const kind of ['order', 'prompt'] as const) {
    const count = wanted[kind]
    const units = behind
      .filter((one) => count(one) > 0)
      .toSorted((a, b) => count(b) - count(a) || (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, most)
      .map((one) => ({ id: draws.id(kind, month, keyOf(one)), bodyId: one.bodyId }))
    if (units.length === 0) continue
    const { ids } = await composeNotices(play.as(cast.writer, '09:15'), { kind, units })
    await send(play, ids, { published: false })
  }
}

async function send(play: Play, ids: readonly string[], { published }: { published: boolean }): Promise<void> {
  const writer = play.as(play.cast.writer, '16:55')
  for (const id of ids) {
    const reviewed = await reviewNotice(play.as(play.cast.reviewer, '14:30'), { id, version: 1 })
    const issued = await issueNotice(writer, { id, version: reviewed.version })
    if (published) await publishNotice(writer, { id, version: issued.version, published })
  }
}
