import { bodiesOn, bodyNames } from '@guangyue/modules/organisations'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { type Act, changeSeen } from '../service/change-seen.ts'
import { historyOf, recordStep } from '../service/history.ts'
import { reachOf } from '../service/reach.ts'
import { roleIn } from '../service/task-role.ts'
import { findTask, listParties } from '../store/tasks.ts'
import {
  FollowsItsFinding,
  NotTheProblemsUnit,
  OwnerCannotConfirm,
  ProblemStepNotPossible,
  ProblemUnknown,
  RemedyUnknown,
} from './errors.ts'
import * as store from './list-store.ts'
import { present } from './lists.ts'
import { type ProblemStep, problemAfter, problemSteps } from './model.ts'
import { raiseProblems } from './raise.ts'

/** One problem with its history and what the actor may do about it. */
export async function problemView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const [problem] = await store.listProblems(ctx.db, { ids: [id], reach: reachOf(ctx) })
  const [item] = problem ? await present(ctx, [problem]) : []
  if (!problem || !item) throw new ProblemUnknown()
  const role = await roleFor(ctx, ctx.db, problem)
  return {
    ...item,
    may: (Object.keys(problemSteps) as ProblemStep[]).filter(
      (step) =>
        problemAfter(problem.state, step) !== null &&
        !followsFinding(problem, step) &&
        (problemSteps[step].by === 'owner' ? role.owner : role.judge),
    ),
    maySetRemedy: role.owner && (problem.state === 'open' || problem.state === 'in-hand'),
    history: await historyOf(ctx.db, { kind: 'problem', id, labels: eventLabels }),
  }
}

/** A problem that a finding raised is solved when the finding is closed, and in no other way. */
function followsFinding({ source }: store.Problem, step: ProblemStep): boolean {
  return source === 'finding' && step !== 'take'
}

const eventLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(problemSteps).map(([step, { label }]) => [step, label])),
  raise: '提出',
  reword: '报告改写',
  remedy: '定整改措施',
  'remedy-done': '整改措施完成',
}

interface HandProblem {
  readonly id: string
  readonly taskId: string | null
  readonly bodyId: string
  readonly text: string
  readonly helpWanted: string | null
  readonly due: string | null
}

/** A problem by hand: the office of any unit; a unit of itself, or of the parties of a task that it leads. */
export async function addProblem(ctx: Ctx, input: HandProblem): Promise<{ id: string }> {
  ctx.require('ledger.act')
  if (!(await isBody(ctx, input.bodyId))) throw new InputInvalid([{ field: 'bodyId', message: '请选择责任单位' }])
  await checkRight(ctx, input)
  await ctx.transact(async (tx) => {
    const problem = { ...input, source: 'hand' as const, sourceId: input.id, raisedBodyId: ctx.actor.bodyId }
    if ((await raiseProblems(ctx, tx, [problem])).length === 0) return
    await ctx.audit(tx, 'ledger.raise-problem', { thing: `problem/${input.id}`, after: input })
  })
  return { id: input.id }
}

async function isBody(ctx: Ctx, bodyId: string): Promise<boolean> {
  return (await bodiesOn(ctx)).some(({ id }) => id === bodyId)
}

async function checkRight(ctx: Ctx, { taskId, bodyId }: HandProblem): Promise<void> {
  const task = taskId === null ? undefined : await findTask(ctx.db, taskId)
  const role = task ? await roleIn(ctx, ctx.db, task) : undefined
  if (taskId !== null && !role?.sees) throw new InputInvalid([{ field: 'taskId', message: '没有这项任务，请重新选择' }])
  const parties = task ? (await listParties(ctx.db, [task.id])).flatMap((party) => party.bodyId ?? []) : []
  const allowed =
    ctx.can('ledger.steer') ||
    ctx.can('ledger.report', { bodies: [bodyId] }) ||
    (role?.isLead === true && parties.includes(bodyId))
  if (!allowed) ctx.require('ledger.steer')
}

interface StepInput extends Act {
  readonly step: ProblemStep
  readonly words: string
}

/** Takes one step of `problemSteps`. Refuses what the state, the person's unit or missing words forbid. */
export async function takeProblemStep(ctx: Ctx, input: StepInput): Promise<{ version: number }> {
  return onProblem(ctx, input, async (tx, { problem, role, unit }) => {
    const rule = problemSteps[input.step]
    if (followsFinding(problem, input.step)) throw new FollowsItsFinding(rule.label)
    if (rule.by === 'owner' && !role.owner) throw new NotTheProblemsUnit(unit, rule.label)
    if (rule.by === 'judge' && role.own) throw new OwnerCannotConfirm()
    if (rule.by === 'judge' && !role.judge) ctx.require('ledger.steer')
    const state = problemAfter(problem.state, input.step)
    if (state === null) throw new ProblemStepNotPossible(rule.label, problem.state)
    if (rule.words === 'needed' && input.words === '')
      throw new InputInvalid([{ field: 'words', message: '请写明情况' }])
    await store.updateProblem(tx, { id: problem.id, state, solvedOn: state === 'solved' ? ctx.today : null })
    await record(ctx, tx, { problem, step: input.step, words: input.words || null })
  })
}

interface RemedyInput extends Act {
  readonly remedyId: string
  readonly bodyId: string
  readonly text: string
  readonly due: string | null
}

/** Sets a remedy against a problem: what is done, by whom, until when. It takes the problem in hand. */
export async function setRemedy(ctx: Ctx, input: RemedyInput): Promise<{ version: number }> {
  if (!(await isBody(ctx, input.bodyId))) throw new InputInvalid([{ field: 'bodyId', message: '请选择承担单位' }])
  return onProblem(ctx, input, async (tx, { problem, role, unit }) => {
    if (!role.owner) throw new NotTheProblemsUnit(unit, '定整改措施')
    if (problem.state !== 'open' && problem.state !== 'in-hand') {
      throw new ProblemStepNotPossible('定整改措施', problem.state)
    }
    const remedy = { id: input.remedyId, problemId: problem.id, bodyId: input.bodyId, text: input.text, due: input.due }
    if (!(await store.insertRemedy(tx, remedy))) throw new StaleVersion(input, problem)
    await store.updateProblem(tx, { id: problem.id, state: 'in-hand', solvedOn: null })
    await record(ctx, tx, { problem, step: 'remedy', words: input.text })
  })
}

/** A remedy is done; what was done is said in words. */
export async function finishRemedy(
  ctx: Ctx,
  input: Act & { readonly remedyId: string; readonly words: string },
): Promise<{ version: number }> {
  return onProblem(ctx, input, async (tx, { problem, role, unit }) => {
    const remedy = (await store.listRemedies(tx, [problem.id])).find(({ id }) => id === input.remedyId)
    if (!remedy) throw new RemedyUnknown()
    if (!role.owner && !ctx.can('ledger.report', { bodies: [remedy.bodyId] })) {
      throw new NotTheProblemsUnit(unit, '登记整改结果')
    }
    const done = { id: input.remedyId, problemId: problem.id, on: ctx.today, words: input.words }
    if (!(await store.finishRemedy(tx, done))) throw new RemedyUnknown()
    await store.updateProblem(tx, problem)
    await record(ctx, tx, { problem, step: 'remedy-done', words: input.words })
  })
}

interface Role {
  /** Works for the unit that has to solve it, or is the office. */
  readonly owner: boolean
  /** May judge whether it is solved. */
  readonly judge: boolean
  /** Belongs to the very unit. */
  readonly own: boolean
}

async function roleFor(ctx: Ctx, db: Ctx['db'], problem: store.Problem): Promise<Role> {
  const own = ctx.actor.bodyId === problem.bodyId
  const task = problem.taskId === null ? undefined : await findTask(db, problem.taskId)
  const leads = task ? await leadsOf(db, task.id) : []
  return {
    own,
    owner: ctx.can('ledger.report', { bodies: [problem.bodyId] }) || ctx.can('ledger.steer'),
    judge: !own && (ctx.can('ledger.steer') || ctx.can('ledger.report', { bodies: leads })),
  }
}

async function leadsOf(db: Ctx['db'], taskId: string): Promise<readonly string[]> {
  return (await listParties(db, [taskId])).flatMap(({ role, bodyId }) => (role === 'lead' && bodyId ? [bodyId] : []))
}

interface Ready {
  readonly problem: store.Problem
  readonly role: Role
  readonly unit: string
}

function onProblem(ctx: Ctx, input: Act, act: (tx: Tx, ready: Ready) => Promise<void>): Promise<{ version: number }> {
  return changeSeen(ctx, input, {
    lock: (tx) => readyProblem(ctx, tx, input.id),
    versionOf: ({ problem }) => problem.version,
    current: ({ problem }) => problem,
    act,
  })
}

async function readyProblem(ctx: Ctx, tx: Tx, id: string): Promise<Ready> {
  ctx.require('ledger.act')
  const problem = await store.lockProblem(tx, id)
  const [seen] = await store.listProblems(tx, { ids: [id], reach: reachOf(ctx) })
  if (!problem || !seen) throw new ProblemUnknown()
  const names = await bodyNames(tx, [problem.bodyId], ctx.today)
  return { problem, role: await roleFor(ctx, tx, problem), unit: names.get(problem.bodyId)?.short ?? '' }
}

function record(
  ctx: Ctx,
  tx: Tx,
  { problem, step, words }: { readonly problem: store.Problem; readonly step: string; readonly words: string | null },
): Promise<void> {
  return recordStep(ctx, tx, { kind: 'problem', id: problem.id, step, state: problem.state, words })
}
