import { addDays } from '@guangyue/kernel/calendar'
import { confirmMeasure } from '../service/confirm.ts'
import { releaseDocument } from '../service/documents.ts'
import { getMeasure, saveDraft } from '../service/review.ts'
import type { Play } from './play.ts'
import { type DraftMeasure, listDraftMeasures, listPlayedDocuments } from './store.ts'

/** The office confirms measure after measure, names a lead where none is printed, and lets the public see the progress. */
export async function confirm(play: Play): Promise<void> {
  const { habits, draws, stage, today } = play
  const drafts = await listDraftMeasures(play.db)
  for (const measure of drafts) {
    if (draws.share('played', measure.name) >= stage.scale) continue
    const after = draws.whole(...habits.confirm.withinDays, 'confirm', measure.name)
    if (today >= addDays(habits.from, after)) await stage.attempt(() => confirmOne(play, measure))
  }
  const office = play.as(play.cast.writer, '09:20')
  for (const { id, version, release } of await listPlayedDocuments(play.db)) {
    if (release === 'nothing') await releaseDocument(office, { id, version, release: 'progress' })
  }
}

async function confirmOne(play: Play, { id, version, blocking, name }: DraftMeasure): Promise<void> {
  const office = play.as(play.cast.writer, '09:00')
  if (!blocking) {
    await confirmMeasure(office, { id, version })
    return
  }
  const short = play.draws.pick(play.habits.leadsWithoutPrint, 'lead', name)
  const unit = [...play.cast.units.values()].find(({ body }) => body.short === short)
  if (!unit) throw new TypeError(`no body ${short} to lead ${name}`)
  const { measure } = await getMeasure(office, id)
  const tasks = measure.draft.map((task) => ({
    ...task,
    leads: task.leads.length > 0 ? task.leads : [{ name: unit.body.short, bodyId: unit.body.id }],
  }))
  const saved = await saveDraft(office, { id, version, title: measure.title, tasks })
  await confirmMeasure(office, { id, version: saved.version })
}
