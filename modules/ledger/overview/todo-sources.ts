import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { listFindings } from '../inspections/finding-store.ts'
import { inspectionReach, roleInFinding } from '../inspections/role.ts'
import { noticeLabels } from '../notices/content.ts'
import { noticesView } from '../notices/views.ts'
import { listProblems } from '../problems/list-store.ts'
import { remediesView } from '../problems/lists.ts'
import { listOpenObjections } from '../scores/objection-store.ts'
import { requestsView } from '../service/requests.ts'

/** One thing to do. */
export interface Todo {
  /** Of what: `report/…`. */
  readonly key: string
  /** What is done: 签发. */
  readonly action: string
  readonly title: string
  readonly about: string
  /** The last day; null where it has none. */
  readonly due: string | null
  /** Where it is done. */
  readonly href: string
  /** The screen of the side bar that it belongs to. */
  readonly screen: string
}

/** Requests for parts and extensions that the actor may answer. */
export async function requestTodos(ctx: Ctx): Promise<readonly Todo[]> {
  if (!ctx.can('ledger.steer')) return []
  const { items } = await requestsView(ctx, { state: 'waiting' })
  return items
    .filter(({ mayAnswer }) => mayAnswer)
    .map(({ key, kind, title, words, askedBody, askedBy, due }) => ({
      key: `request/${key}`,
      action: '答复',
      title,
      about: `${kind === 'part' ? '分解待批' : '申请延期'}　${askedBody ?? askedBy}　${words}`,
      due,
      href: '/desk/ledger/requests',
      screen: 'ledger/requests',
    }))
}

/** Findings: to mend and to sign the mending for the owner, to verify for another unit, to close for the office. */
export async function findingTodos(ctx: Ctx): Promise<readonly Todo[]> {
  if (!ctx.can('ledger.act')) return []
  const findings = await listFindings(ctx.db, {
    states: ['open', 'mended', 'verified'],
    reach: inspectionReach(ctx),
  })
  const actionOf = (finding: (typeof findings)[number]) => {
    const role = roleInFinding(ctx, finding)
    const written = finding.mendWords !== ''
    switch (finding.state) {
      case 'open':
        if (written && role.isHead && finding.mendBy !== ctx.actor.accountId) return '签报'
        return role.mayMend && role.own && !written ? '整改' : undefined
      case 'mended':
        return role.mayVerify ? '核验' : undefined
      case 'verified':
        return role.mayClose ? '销号' : undefined
      case 'closed':
        return undefined
    }
  }
  return findings.flatMap((finding) => {
    const action = actionOf(finding)
    if (action === undefined) return []
    return {
      key: `finding/${finding.id}`,
      action,
      title: finding.text,
      about: `督查发现　${finding.inspection}`,
      due: finding.due,
      href: `/desk/ledger/inspections/findings/${finding.id}`,
      screen: 'ledger/inspections',
    }
  })
}

/** Problems to take in hand and remedies to carry out for the unit, and solutions to confirm for the office. */
export async function problemTodos(ctx: Ctx): Promise<readonly Todo[]> {
  if (!ctx.can('ledger.act')) return []
  const office = ctx.can('ledger.steer')
  const own = ctx.actor.bodies
  const problems = await listProblems(ctx.db, {
    states: office ? ['reported'] : ['open', 'in-hand'],
    reach: office ? null : own,
  })
  const line = { screen: 'ledger/lists' }
  const answers = problems
    .filter(({ bodyId, source }) =>
      office ? source !== 'finding' && ctx.actor.bodyId !== bodyId : own.includes(bodyId),
    )
    .filter(({ source, state }) => source !== 'finding' || state === 'open')
    .map(({ id, text, title, due, state }) => ({
      ...line,
      key: `problem/${id}`,
      action: office ? '确认' : state === 'open' ? '答复' : '整改',
      title: text,
      about: `问题${title === null ? '' : `　${title}`}`,
      due,
      href: `/desk/ledger/problems/${id}`,
    }))
  if (office) return answers
  const remedies = (await remediesView(ctx, { state: 'waiting' })).items.filter(({ unit }) => own.includes(unit.id))
  return [
    ...answers,
    ...remedies.map(({ id, text, problem, due, problemId }) => ({
      ...line,
      key: `remedy/${id}`,
      action: '落实',
      title: text,
      about: `整改措施　${problem}`,
      due,
      href: `/desk/ledger/problems/${problemId}`,
    })),
  ]
}

/** Notices to review, which another wrote, and to issue. */
export async function noticeTodos(ctx: Ctx): Promise<readonly Todo[]> {
  if (!ctx.can('ledger.notice')) return []
  const [drafts, reviewed] = await Promise.all([
    noticesView(ctx, { state: 'draft' }),
    noticesView(ctx, { state: 'reviewed' }),
  ])
  return [...drafts.items, ...reviewed.items].map(({ id, kind, title, state, ownText, draftedName }) => ({
    key: `notice/${id}`,
    action: state === 'reviewed' ? '印发' : ownText ? '修改' : '审核',
    title,
    about: `${noticeLabels[kind]}　${draftedName}拟${ownText && state === 'draft' ? '，等别人审核' : ''}`,
    due: null,
    href: `/desk/ledger/notices/${id}`,
    screen: 'ledger/notices',
  }))
}

/** Objections to decide: by others than who issued the scores or raised them. */
export async function objectionTodos(ctx: Ctx): Promise<readonly Todo[]> {
  if (!ctx.can('ledger.score')) return []
  const open = (await listOpenObjections(ctx.db)).filter(
    ({ issuedBy, raisedBy }) => ![issuedBy, raisedBy].includes(ctx.actor.accountId),
  )
  const names = await bodyNames(
    ctx.db,
    open.map(({ bodyId }) => bodyId),
    ctx.today,
  )
  return open.map(({ id, bodyId, periodId, text, due }) => ({
    key: `objection/${id}`,
    action: '处理',
    title: text,
    about: `考评异议　${names.get(bodyId)?.short ?? ''}`,
    due,
    href: `/desk/ledger/scores?period=${periodId}`,
    screen: 'ledger/scores',
  }))
}
