import type { ReactNode } from 'react'
import { dayText } from '../dates.ts'

interface Handled {
  /** 起草. */
  readonly step: string
  /** Null while nobody has done it. */
  readonly name: string | null
  readonly on: string | null
}

/** Who took each step of a paper and when, in order; further rows of the list below. */
export function Handling({ steps, children }: { readonly steps: readonly Handled[]; readonly children?: ReactNode }) {
  return (
    <>
      <h2>办理</h2>
      <dl className="dl">
        {steps.flatMap(({ step, name, on }) =>
          name === null || on === null
            ? []
            : [
                <dt key={step}>{step}</dt>,
                <dd key={`${step} by`}>
                  {name}（{dayText(on)}）
                </dd>,
              ],
        )}
        {children}
      </dl>
    </>
  )
}
