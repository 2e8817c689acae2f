import { addDays } from '@guangyue/kernel/calendar'
import { finishRemedy, setRemedy, takeProblemStep } from '../problems/service.ts'
import type { Play } from './play.ts'
import { listOpenProblems, type PlayProblem } from './store.ts'

/** Units set remedies against the problems that their reports raised, finish them, and the office agrees; some are left. */
export async function solveProblems(play: Play, zone: string): Promise<void> {
  for (const problem of await listOpenProblems(play.db, zone)) {
    if (play.draws.share('left', problem.name) < play.habits.problems.left) continue
    await play.stage.attempt(() => solve(play, problem))
  }
}

async function solve(play: Play, { id, version, name, ...problem }: PlayProblem): Promise<void> {
  const { draws, habits, today, cast } = play
  const officer = cast.units.get(problem.bodyId)?.officer
  if (!officer) return
  const { remedyAfter, solvedAfter } = habits.problems
  const setOn = addDays(problem.raisedOn, draws.whole(...remedyAfter, 'remedy', name))
  const doneOn = addDays(setOn, draws.whole(...solvedAfter, 'solved', name))
  if (problem.state === 'reported') {
    const by = officer.bodyId === cast.writer.bodyId ? undefined : cast.writer
    if (!by || problem.reportedOn === null || today < addDays(problem.reportedOn, 2)) return
    await takeProblemStep(play.as(by, '17:10'), { id, version, step: 'solve', words: '情况属实，同意销号' })
  } else if (problem.remedyId === null) {
    if (today < setOn) return
    const text = draws.pick(habits.words.remedies, 'remedy', name)
    const remedy = { remedyId: draws.id('remedy', name), bodyId: problem.bodyId, text, due: addDays(doneOn, 5) }
    await setRemedy(play.as(officer, '17:00'), { id, version, ...remedy })
  } else if (problem.remedyDone === null) {
    if (today < doneOn) return
    const done = { id, version, remedyId: problem.remedyId, words: '措施已落实，效果已核对' }
    await finishRemedy(play.as(officer, '17:00'), done)
  } else {
    await takeProblemStep(play.as(officer, '17:05'), { id, version, step: 'report-solved', words: '问题已解决' })
  }
}
