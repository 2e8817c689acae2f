import { Icon } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'
import type { FieldFault } from './report-edit.ts'

interface ReportFieldProps {
  /** Of the control inside; refusals name the field so. */
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults: readonly FieldFault[]
  readonly children: ReactNode
}

/** A field with its label above it, and under it what is wrong. */
export function ReportField({ id, label, hint, faults, children }: ReportFieldProps) {
  const wrong = faults.filter(({ field }) => field === id)
  return (
    <div className={wrong.length > 0 ? 'field field--error' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
        {hint !== undefined && <span className="meta">　{hint}</span>}
      </label>
      {children}
      {wrong.map(({ message }) => (
        <span key={message} className="field__error" role="alert">
          <Icon name="i-warn" />
          {message}
        </span>
      ))}
    </div>
  )
}
