import type { Resolution } from '@guangyue/modules/organisations'
import type { DraftFault, DraftParty, DraftTask, FaultCode } from './ledger.ts'

/** A printed name with what it stands for. */
export function partyOf(name: string, resolution: Resolution | undefined): DraftParty {
  const none = { name, bodyId: null, groupId: null, members: [], complete: true, candidates: [] }
  switch (resolution?.kind) {
    case 'body':
      return { ...none, kind: 'body', bodyId: resolution.bodyId }
    case 'group':
      return {
        ...none,
        kind: 'group',
        groupId: resolution.groupId,
        members: resolution.members,
        complete: resolution.complete,
      }
    case 'several':
      return { ...none, kind: 'several', candidates: resolution.bodyIds }
    default:
      return { ...none, kind: 'unknown' }
  }
}

/** A party that a person named as one body. */
export function chosenParty(name: string, bodyId: string): DraftParty {
  return { name, kind: 'body', bodyId, groupId: null, members: [], complete: true, candidates: [] }
}

/** What the parties and dates of a draft leave to a person. A task without a known lead cannot be confirmed. */
export function faultsOf(tasks: readonly DraftTask[]): readonly DraftFault[] {
  return tasks.flatMap((task) => {
    const say = (code: FaultCode, message: string, name: string | null = null): DraftFault => ({
      code,
      message,
      blocking: code.startsWith('lead-'),
      task: task.id,
      name,
      line: null,
    })
    const missing = task.leads.length === 0 ? [say('lead-missing', '没有牵头单位，请指定一个')] : []
    const leads = task.leads.flatMap((party) => leadFault(party, say))
    const supports = task.supports.flatMap((party) => supportFault(party, say))
    const years = task.dates
      .filter(({ kind }) => kind === 'due-year-unknown')
      .map(({ phrase }) => say('year-unknown', `“${phrase}”没有写明年份，请填写日期`))
    return [...missing, ...leads, ...supports, ...years]
  })
}

type Say = (code: FaultCode, message: string, name?: string) => DraftFault

function leadFault(party: DraftParty, say: Say): readonly DraftFault[] {
  const { name } = party
  if (party.kind === 'unknown') return [say('lead-unknown', `牵头单位“${name}”不在机构名录中`, name)]
  if (party.kind === 'several') return [say('lead-several', `牵头单位“${name}”对应多个机构，请选定一个`, name)]
  if (party.kind === 'group' && party.members.length === 0) {
    return [say('lead-group-empty', `牵头的“${name}”没有成员名单，请指定单位`, name)]
  }
  return incomplete(party, say)
}

function supportFault(party: DraftParty, say: Say): readonly DraftFault[] {
  const { name } = party
  if (party.kind === 'unknown') return [say('name-unknown', `“${name}”不在机构名录中`, name)]
  if (party.kind === 'several') return [say('name-several', `“${name}”对应多个机构，请选定一个`, name)]
  return incomplete(party, say)
}

function incomplete(party: DraftParty, say: Say): readonly DraftFault[] {
  if (party.kind !== 'group' || party.complete) return []
  return [say('group-incomplete', `“${party.name}”的成员名单不全，请核对或指定单位`, party.name)]
}

/** Printed names that fit no body, or several. */
export function openNames(tasks: readonly DraftTask[]): readonly string[] {
  const parties = tasks.flatMap((task) => [...task.leads, ...task.supports])
  return [...new Set(parties.filter(({ kind }) => kind === 'unknown' || kind === 'several').map(({ name }) => name))]
}
