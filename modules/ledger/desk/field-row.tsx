import { Icon } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'

interface FieldRowProps {
  /** Of the control inside; its error is described by `<id>-error`. Rows of several controls are groups without one. */
  readonly id?: string
  readonly label: string
  readonly error?: string
  readonly children: ReactNode
}

/** A labelled row of a dense form: label at the left, the control, and under it what is wrong. */
export function FieldRow({ id, label, error, children }: FieldRowProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a row is a group only where it has no control of its own
    <div
      className="fieldrow"
      role={id === undefined ? 'group' : undefined}
      aria-label={id === undefined ? label : undefined}
    >
      {id === undefined ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
      <div className={error === undefined ? undefined : 'field--error'}>
        {children}
        {error !== undefined && (
          <span className="field__error" id={id === undefined ? undefined : `${id}-error`} role="alert">
            <Icon name="i-warn" />
            {error}
          </span>
        )}
      </div>
    </div>
  )
}
