import { addDays } from '@guangyue/kernel/calendar'
import { closePeriod } from '../dispatch/periods.ts'
import { listPeriods, type Period } from '../dispatch/store.ts'
import { listObjections } from '../scores/objection-store.ts'
import { decideObjection, issueScores, objectTo, stateFact } from '../scores/service.ts'
import { findIssue, listInputs, listTrace } from '../scores/store.ts'
import type { Play } from './play.ts'

const LINE = 'quality'

/** Periods are closed some working days after their due day, scored on the next, and a few units object. */
export async function score(play: Play): Promise<void> {
  const { calendar, habits, today } = play
  for (const period of await listPeriods(play.db)) {
    if (period.closedOn === null) {
      if (today >= calendar.addWorkingDays(period.due, habits.reports.closesAfter)) {
        const wanted = { id: period.id, version: period.version }
        await play.stage.attempt(() => closePeriod(play.as(play.cast.writer, '17:20'), wanted))
        await play.stage.handOn()
      }
    } else if (period.closedOn < today) {
      const issue = await findIssue(play.db, period.id)
      await play.stage.attempt(() => (issue ? dispute(play, period, issue.issuedOn) : issueOne(play, period)))
    }
  }
}

/** The office states how good the reports were, then issues. */
async function issueOne(play: Play, { id, month }: Period): Promise<void> {
  const office = play.as(play.cast.writer, '10:20')
  for (const { bodyId } of await listInputs(play.db, id)) {
    const key = play.cast.units.get(bodyId)?.body.key ?? bodyId
    const value = play.draws.whole(10, 20, 'quality', month, key) / 2
    await stateFact(office, { periodId: id, bodyId, name: '质量评价', value, source: '督查室对本期报告的评价' })
  }
  await issueScores(office, id)
}

async function dispute(play: Play, { id: periodId, month }: Period, issuedOn: Period['due']): Promise<void> {
  const { draws, habits, today, cast } = play
  const { objections, decidedAfter, upheld } = habits.scores
  const scored = new Set((await listInputs(play.db, periodId)).map(({ bodyId }) => bodyId))
  const others = [...cast.units.values()].filter(({ body }) => scored.has(body.id) && body.id !== cast.writer.bodyId)
  const units = draws.shuffled(others, ({ body }) => body.key, 'objects', month)
  const known = await listObjections(play.db, { periodId, bodies: null })
  for (const { body, head } of units.slice(0, draws.whole(...objections, 'objections', month))) {
    const objection = known.find(({ bodyId }) => bodyId === body.id)
    const line = { periodId, bodyId: body.id, key: LINE }
    if (!objection) {
      if (today < addDays(issuedOn, draws.whole(2, 9, 'objects', month, body.key))) continue
      const text = draws.pick(habits.words.objections, 'objection', month, body.key)
      await objectTo(play.as(head, '15:40'), { ...line, id: draws.id('objection', month, body.key), text })
    } else if (objection.state === 'open') {
      const after = draws.whole(...decidedAfter, 'decided', month, body.key)
      if (today < addDays(objection.raisedOn, after)) continue
      const right = draws.share('upheld', month, body.key) < upheld
      const was = Number((await listTrace(play.db, line)).at(-1)?.points ?? 0)
      const answer = right
        ? '经核对材料，情况属实，予以更正'
        : draws.pick(habits.words.answers, 'answer', month, body.key)
      const decision = { id: objection.id, version: objection.version, upheld: right, answer }
      const points = right ? String(Math.min(10, was + 1)) : null
      await decideObjection(play.as(cast.reviewer, '16:10'), { ...decision, points })
    }
  }
}
