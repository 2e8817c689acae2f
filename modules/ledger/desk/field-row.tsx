import { Icon } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'

interface FieldRowProps {
  /** Of the control inside; its error is described by `<id>-error`. */
  readonly id: string
  readonly label: string
  readonly error?: string
  readonly children: ReactNode
}

/** A labelled row of a dense form: label at the left, the control, and under it what is wrong. */
export function FieldRow({ id, label, error, children }: FieldRowProps) {
  return (
    <div className="fieldrow">
      <label htmlFor={id}>{label}</label>
      <div className={error === undefined ? undefined : 'field--error'}>
        {children}
        {error !== undefined && (
          <span className="field__error" id={`${id}-error`} role="alert">
            <Icon name="i-warn" />
            {error}
          </span>
        )}
      </div>
    </div>
  )
}
