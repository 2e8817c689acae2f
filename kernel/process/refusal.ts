/** Why an act was not taken. The message is Chinese, for whoever tried. */
export interface Refusal {
  readonly ok: false
  readonly code: string
  readonly message: string
}

export function refuse(code: string, message: string): Refusal {
  return { ok: false, code, message }
}
