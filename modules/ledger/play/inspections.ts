import { addDays, dayOfMonth, firstOfMonth, type PlainDate } from '@guangyue/kernel/calendar'
import { type Finding, listFindings } from '../inspections/finding-store.ts'
import { addMendingEvidence, saveMending, takeFindingStep } from '../inspections/mend.ts'
import { inspectionKinds } from '../inspections/model.ts'
import { saveInspection } from '../inspections/plan.ts'
import { addFinding, addPhotograph } from '../inspections/record-finding.ts'
import { listInspections } from '../inspections/store.ts'
import { workdayBy } from './pace.ts'
import { pictureOf } from './picture.ts'
import type { Play } from './play.ts'
import { listLedBy, listPlayedDocuments } from './store.ts'

/** Inspections are planned, held a few days later, and what they found is mended, verified by the office and closed. */
export async function inspect(play: Play): Promise<void> {
  const { habits, today, calendar } = play
  for (const [order, day] of habits.inspections.days.entries()) {
    if (calendar.workingDayFrom(addDays(firstOfMonth(today), day - 1)) === today) {
      await play.stage.attempt(() => plan(play, order))
    }
  }
  for (const inspection of await listInspections(play.db, { reach: null })) {
    if (inspection.fromDay !== today || inspection.findings > 0) continue
    await play.stage.attempt(() => find(play, inspection))
  }
  for (const finding of await listFindings(play.db, { states: ['open', 'mended', 'verified'], reach: null })) {
    await play.stage.attempt(() => follow(play, finding))
  }
}

async function plan(play: Play, order: number): Promise<void> {
  const { draws, habits, today, calendar, cast } = play
  const documents = await listPlayedDocuments(play.db)
  if (documents.length === 0) return
  const document = draws.pick(documents, 'inspected', today)
  const units = draws.shuffled(
    [...cast.units.values()].filter(
      ({ body }) => habits.breakDown.kinds.includes(body.kind) || body.kind === '市直部门',
    ),
    ({ body }) => body.key,
    'inspected',
    today,
  )
  const fromDay = calendar.addWorkingDays(today, 2)
  const seen = units.slice(0, draws.whole(...habits.inspections.bodies, 'bodies', today))
  const { accountId, name } = cast.reviewer
  await saveInspection(play.as(cast.writer, '15:00'), {
    id: draws.id('inspection', today, order),
    kind: inspectionKinds[(dayOfMonth(today) + order) % inspectionKinds.length] ?? 'visit',
    title: `${Number(today.slice(5, 7))}月${draws.pick(habits.words.inspections, 'inspection', today)}`,
    plan: `对照${document.name}逐项核对进度，实地查看办事窗口和项目现场，听取企业和群众意见。`,
    fromDay,
    toDay: calendar.addWorkingDays(fromDay, 2),
    places: seen.map(({ body }) => body.short),
    verifierBodyId: null,
    graceDays: 3,
    repeatReason: '上次发现的问题需要复查',
    members: [
      { name, accountId },
      { name: cast.writer.name, accountId: cast.writer.accountId },
    ],
    bodyIds: seen.map(({ body }) => body.id),
    documentIds: [document.id],
    taskIds: [],
    version: null,
  })
}

async function find(play: Play, inspection: { id: string; bodyIds: readonly string[] }): Promise<void> {
  const { draws, habits, cast, today } = play
  const office = play.as(cast.writer, '15:20')
  for (const bodyId of inspection.bodyIds) {
    const key = cast.units.get(bodyId)?.body.key ?? ''
    const count = draws.whole(...habits.inspections.findings, 'findings', today, key)
    const led = await listLedBy(play.db, bodyId)
    for (let number = 1; number <= count; number += 1) {
      const name = [today, key, number] as const
      const id = draws.id('finding', ...name)
      const task = led.length === 0 ? null : draws.pick(led, 'of', ...name)
      await addFinding(office, {
        id,
        inspectionId: inspection.id,
        text: draws.pick(habits.words.findings, 'finding', ...name),
        taskId: task?.id ?? null,
        basis: task ? null : '督查方案',
        bodyId,
        term: { days: draws.whole(5, 15, 'term', ...name) },
      })
      if (number === 1)
        await addPhotograph(office, { id, file: { name: '现场.png', bytes: pictureOf(draws.whole(0, 11, id)) } })
    }
  }
}

async function follow(play: Play, finding: Finding): Promise<void> {
  const { draws, cast, today } = play
  const unit = cast.units.get(finding.bodyId)
  const { id, version, state } = finding
  if (!unit) return
  const again = finding.signedOn ?? ''
  const judges = [cast.writer, cast.reviewer].find(({ bodyId }) => bodyId !== finding.bodyId)
  if (state === 'open' && today >= mendsOn(play, finding)) {
    const officer = play.as(unit.officer, '10:50')
    if (finding.mendWords === '') {
      const file = { name: '整改后.png', bytes: pictureOf(draws.whole(0, 11, 'mended', id)) }
      const words = draws.pick(play.habits.words.mended, 'mended', id)
      const saved = await saveMending(officer, { id, version, words })
      await addMendingEvidence(officer, { id, file })
      await takeFindingStep(play.as(unit.head, '11:40'), {
        id,
        version: saved.version,
        step: 'sign',
        words: '',
        term: null,
      })
    } else {
      const words = `${finding.mendWords}；已按要求补充材料`
      const saved = await saveMending(officer, { id, version, words })
      await takeFindingStep(play.as(unit.head, '11:40'), {
        id,
        version: saved.version,
        step: 'sign',
        words: '',
        term: null,
      })
    }
  } else if (
    state === 'mended' &&
    judges &&
    finding.signedOn &&
    today >= addDays(finding.signedOn, draws.whole(1, 4, id))
  ) {
    const poor = !finding.mendWords.includes('；') && draws.share('poor', id) < play.habits.inspections.sentBack
    const office = play.as(judges, '14:10')
    if (poor)
      await takeFindingStep(office, {
        id,
        version,
        step: 'send-back',
        words: '材料不能说明已整改到位',
        term: { days: 5 },
      })
    else await takeFindingStep(office, { id, version, step: 'verify', words: '现场复核，情况属实', term: null })
  } else if (
    state === 'verified' &&
    finding.verifiedOn &&
    today >= addDays(finding.verifiedOn, draws.whole(1, 5, 'close', id, again))
  ) {
    await takeFindingStep(play.as(cast.reviewer, '16:50'), { id, version, step: 'close', words: '', term: null })
  }
}

function mendsOn(play: Play, { id, due, foundOn }: Finding): PlainDate {
  const { draws, habits } = play
  if (draws.share('mends', id, due) < habits.inspections.late) return addDays(due, draws.whole(2, 20, 'mends', id, due))
  const day = workdayBy(play, addDays(due, -draws.whole(0, 4, 'mends', id, due)))
  return day > foundOn ? day : due
}
