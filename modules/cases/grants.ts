import type { Grants } from '@guangyue/platform/access'

/** Who may do what with cases. Which act of a case is whose, its procedure says. */
export const caseGrants = {
  /** Applying, and following the own cases. */
  'cases.apply': 'signed-in',
  /** The queue of the own unit, and acting on its cases. */
  'cases.handle': { clerk: 'bodies', officer: 'bodies', head: 'bodies' },
  /** Taking in at a window for somebody who came. */
  'cases.take-in': { clerk: 'bodies' },
  /** How much waits for whom, and how late it is; no single case. */
  'cases.oversee': { head: 'bodies', supervision: 'city', leader: 'city' },
} as const satisfies Grants
