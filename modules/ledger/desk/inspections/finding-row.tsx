import { Light } from '@guangyue/platform/ui'
import { findingLabels } from '../../inspections/api.ts'
import { DueDay } from '../lists/problem-row.tsx'
import type { Finding } from './shapes.ts'

const looks: Partial<Record<Finding['state'], string>> = {
  open: 'tag--azure',
  mended: 'tag--amber',
  verified: 'tag--green',
  closed: 'tag--green',
}

/** Where a finding is in its life. */
export function FindingTag({ state }: Pick<Finding, 'state'>) {
  return <span className={`tag ${looks[state] ?? ''}`}>{findingLabels[state]}</span>
}

/** What was found, and what it leans on; the text leads to the finding. */
export function FindingTitle({ finding }: { readonly finding: Finding }) {
  return (
    <>
      <a className="board-title" href={`/desk/ledger/inspections/findings/${finding.id}`}>
        {finding.number}. {finding.text}
      </a>
      <span className="sub">{basisWord(finding)}</span>
    </>
  )
}

/** The task and its clause, or the clause as typed. */
export function basisWord({ title, cite, basis }: Pick<Finding, 'title' | 'cite' | 'basis'>): string {
  return [title, cite?.label ?? basis].filter((part) => part !== null && part !== undefined).join('　')
}

/** The last day to mend, and whether it was kept. */
export function TermDay({ finding, today }: { readonly finding: Finding; readonly today: string }) {
  const { due, late, state, termDays } = finding
  return (
    <>
      <DueDay due={due} late={late && state === 'open'} today={today} />
      {termDays !== null && <span className="sub">{termDays} 个工作日</span>}
      {late && state !== 'open' && <Light state="overdue">逾期整改</Light>}
    </>
  )
}
