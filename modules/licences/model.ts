import type { PlainDate } from '@guangyue/kernel/calendar'
import { canonicalText } from '@guangyue/kernel/proof'

/** Who holds a licence. */
export interface Holder {
  readonly kind: 'person' | 'firm'
  readonly name: string
  /** Resident id of a person, credit code of a firm. */
  readonly code: string
}

export interface Field {
  readonly name: string
  readonly value: string
}

export type StoredState = 'valid' | 'suspended' | 'revoked' | 'replaced'
export type LicenceState = StoredState | 'expired'

/** How a licence stands on a day; what was revoked or suspended stays so when its days are over. */
export function stateOn(
  { state, validTo }: { readonly state: StoredState; readonly validTo: PlainDate | null },
  day: PlainDate,
): LicenceState {
  return state === 'valid' && validTo !== null && day > validTo ? 'expired' : state
}

export type ActType = 'suspend' | 'resume' | 'revoke'

/** What an act makes of a licence; undefined where it cannot be done. */
export function after(state: LicenceState, act: ActType): StoredState | undefined {
  const ways: Readonly<Record<ActType, Partial<Record<LicenceState, StoredState>>>> = {
    suspend: { valid: 'suspended' },
    resume: { suspended: 'valid' },
    revoke: { valid: 'revoked', suspended: 'revoked', expired: 'revoked' },
  }
  return ways[act][state]
}

/** What is signed: everything that the licence says, and nothing that changes later. */
export interface Statement {
  readonly number: string
  readonly name: string
  readonly type: string
  /** Name of the body, as of the day of issue. */
  readonly issuer: string
  readonly holder: Holder
  readonly fields: readonly Field[]
  readonly basis: string
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
  readonly code: string
}

/** The one text of a statement (RFC 8785). */
export function statementText({ holder, fields, ...rest }: Statement): string {
  return canonicalText({
    ...rest,
    holder: { ...holder },
    fields: fields.map(({ name, value }) => ({ name, value })),
  })
}
