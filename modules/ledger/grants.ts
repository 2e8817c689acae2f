import type { Grants } from '@guangyue/platform/access'

/** Who may do what to the ledger. `bodies` reaches tasks in which the own body, or one below it, is a party. */
export const ledgerGrants = {
  'ledger.read': { officer: 'bodies', head: 'bodies', supervision: 'city', auditor: 'city', leader: 'city' },
  'ledger.draft': { supervision: 'city' },
  'ledger.confirm': { supervision: 'city' },
  'ledger.release': { supervision: 'city' },
  /** Working in the ledger: reports, metrics, problems, findings. */
  'ledger.act': { officer: 'bodies', head: 'bodies', supervision: 'city' },
  /** Taking any step of a task at all; which one depends on the next four. */
  'ledger.step': { officer: 'bodies', head: 'bodies', supervision: 'city', leader: 'city' },
  /** As a lead: start, report, ask for an extension, reach a milestone. */
  'ledger.report': { officer: 'bodies', head: 'bodies' },
  /** The office anywhere; a unit for documents that it supervises and for parts of tasks that it leads. */
  'ledger.verify': { officer: 'bodies', head: 'bodies', supervision: 'city' },
  /** Tasks that the office leads itself and cannot verify (decision 0010). */
  'ledger.verify-office': { leader: 'city' },
  /** Suspend, resume, close, cancel, answer extensions. */
  'ledger.steer': { supervision: 'city' },
  'ledger.break-down': { officer: 'bodies', head: 'bodies', supervision: 'city' },
  /** Opening and closing periods, and how they run. */
  'ledger.dispatch': { supervision: 'city' },
  /** Planning inspections, and closing what they found; entering findings belongs to the team as well. */
  'ledger.inspect': { supervision: 'city' },
  /** Score rules, stated facts, issuing scores, and deciding objections. */
  'ledger.score': { supervision: 'city' },
  /** Writing, reviewing, issuing and publishing 督办单, 提示函 and 通报. */
  'ledger.notice': { supervision: 'city' },
  /** Which post answers for which bodies, and who holds it. */
  'ledger.charge': { supervision: 'city' },
  /** The whole city at once: what is late, whose and why, by indicator and unit. */
  'ledger.oversee': { supervision: 'city', auditor: 'city', leader: 'city' },
} as const satisfies Grants
