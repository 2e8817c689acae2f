import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'
import { Icon } from './sprite.tsx'

interface FieldFrame {
  /** Also the id of the control. Unique on the page. */
  readonly name: string
  readonly label: string
  /** How to fill it in, with an example. */
  readonly hint?: ReactNode
  /** What is wrong and what would be right; what was typed stays in the field. */
  readonly error?: string
}

/** A text field with label, hint and error; the error is tied to the field for those who listen. */
export function Field({
  name,
  label,
  hint,
  error,
  className = '',
  ...input
}: FieldFrame & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame name={name} label={label} hint={hint} error={error}>
      <input type="text" {...input} {...tied(name, hint, error)} className={`input ${className}`.trim()} />
    </Frame>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** A choice among few; same frame as a text field. */
export function SelectField({
  name,
  label,
  hint,
  error,
  choices,
  ...select
}: FieldFrame & { readonly choices: readonly Choice[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Frame name={name} label={label} hint={hint} error={error}>
      <select {...select} {...tied(name, hint, error)} className="select">
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function Frame({ name, label, hint, error, children }: FieldFrame & { readonly children: ReactNode }) {
  return (
    <div className={`field${error === undefined ? '' : ' field--error'}`}>
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="field__hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {error !== undefined && (
        <span className="field__error" id={`${name}-error`}>
          <Icon name="i-warn" />
          {error}
        </span>
      )}
    </div>
  )
}

function tied(name: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
  const described = ids.filter((id) => id !== '').join(' ')
  return {
    id: name,
    name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  }
}
