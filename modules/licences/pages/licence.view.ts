import type { Field, LicenceState } from '../model.ts'

interface Head {
  readonly name: string
  readonly number: string
  readonly issuer: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly state: LicenceState
}

/** What a stranger sees; no licence where the code is unknown. */
export interface VerifyView {
  readonly at: string
  readonly licence:
    | (Head & {
        readonly holder: string
        readonly holderCode: string
        readonly fields: readonly Field[]
        readonly signed: boolean
      })
    | null
}

export interface MineView {
  readonly licences: readonly (Head & { readonly id: string; readonly holder: string })[]
}

/** What the holder sees. */
export interface LicenceView extends Head {
  readonly id: string
  readonly holder: string
  readonly holderCode: string
  readonly fields: readonly (Field & { readonly shown: boolean })[]
  readonly until: string | null
  readonly verifyHref: string
  /** An SVG as the address of a picture. */
  readonly qr: string
  readonly showings: readonly {
    readonly id: string
    readonly at: string
    readonly who: string
    readonly what: string
  }[]
}
