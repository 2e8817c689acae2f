import { type ReactNode, useId } from 'react'
import { Light } from '../light.tsx'

export interface FaultEntry {
  readonly key: string
  /** Line and clause. */
  readonly where: ReactNode
  readonly message: ReactNode
  /** What can be decided here. */
  readonly actions?: ReactNode
}

/** What needs a decision before anything else, each with its place and its buttons. */
export function FaultList({
  title,
  aside,
  faults,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly faults: readonly FaultEntry[]
}) {
  const id = useId()
  return (
    <section className="faults" aria-labelledby={id}>
      <div className="faults__head">
        <Light state="near">
          <span id={id}>{title}</span>
        </Light>
        {aside !== undefined && <span className="meta">{aside}</span>}
      </div>
      <ol>
        {faults.map((fault) => (
          <li key={fault.key}>
            <span className="where">{fault.where}</span>
            <span>{fault.message}</span>
            {fault.actions !== undefined && <span className="row">{fault.actions}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
