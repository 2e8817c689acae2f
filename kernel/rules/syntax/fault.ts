/** What is wrong with an expression: where (character offsets) and a sentence for the person who wrote it. */
export interface RuleFault {
  readonly from: number
  readonly to: number
  readonly message: string
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: RuleFault }

/** Thrown inside the parser and caught at its door, where it becomes a value. */
export class Refusal extends Error {
  readonly fault: RuleFault

  constructor(fault: RuleFault) {
    super(fault.message)
    this.fault = fault
  }
}
