import type { ReactNode } from 'react'
import { Icon } from '../sprite.tsx'
import { problemOf } from './problem.ts'

/** What is wrong with what was typed, by field. */
export interface FieldFault {
  readonly field: string
  readonly message: string
}

interface TypedFieldProps {
  /** Of the control inside. */
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults?: readonly FieldFault[]
  readonly children: ReactNode
}

/** A field with its label above it, and under it what is wrong. */
export function TypedField({ id, label, hint, faults = [], children }: TypedFieldProps) {
  const wrong = faults.filter(({ field }) => field === id)
  return (
    <div className={wrong.length > 0 ? 'field field--error' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && <span className="field__hint">{hint}</span>}
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

/** What a refusal says of fields; those below `content` by their own name. */
export function faultsOf(error: unknown): readonly FieldFault[] {
  if (error === null || error === undefined) return []
  return (problemOf(error).body.errors ?? []).map(({ field, message }) => ({
    field: field.replace(/^content\./, ''),
    message,
  }))
}
