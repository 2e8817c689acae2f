import { Field, SelectField } from '@guangyue/platform/ui'
import type { Answer, FormField } from '../api/apply.ts'

interface FormFieldProps {
  /** Unique on the page; also how refusals name it: `form.主体.0.企业名称`. */
  readonly name: string
  readonly field: FormField
  readonly answer: Answer | undefined
  readonly error: string | undefined
  readonly onChange: (answer: Answer) => void
}

/** One field of a form, by its type, with what is wrong with it. */
export function FormFieldInput({ name, field, answer, error, onChange }: FormFieldProps) {
  const { key, type, required, repeats, choices = [], unit, hint } = field
  const label = `${key}${unit === undefined ? '' : `（${unit}）`}${required ? '' : '（选填）'}`
  const frame = { name, label, ...(hint === undefined ? {} : { hint }), ...(error === undefined ? {} : { error }) }
  if (type === 'yes-no') {
    const options = [
      { value: 'true', label: '是' },
      { value: 'false', label: '否' },
    ]
    return (
      <Choices
        {...frame}
        choices={options}
        chosen={typeof answer === 'boolean' ? [String(answer)] : []}
        kind="radio"
        onChoose={([first]) => onChange(first === 'true')}
      />
    )
  }
  if (type === 'choice' && (repeats || choices.length <= 5)) {
    const chosen = Array.isArray(answer) ? answer : typeof answer === 'string' && answer !== '' ? [answer] : []
    return (
      <Choices
        {...frame}
        choices={choices.map((value) => ({ value, label: value }))}
        chosen={chosen}
        kind={repeats ? 'checkbox' : 'radio'}
        onChoose={(all) => onChange(repeats ? all : (all[0] ?? ''))}
      />
    )
  }
  const text = Array.isArray(answer) ? answer.join('\n') : typeof answer === 'string' ? answer : ''
  if (type === 'choice') {
    const options = [{ value: '', label: '请选择' }, ...choices.map((value) => ({ value, label: value }))]
    return <SelectField {...frame} choices={options} value={text} onChange={(event) => onChange(event.target.value)} />
  }
  const inputs = {
    number: { inputMode: 'decimal' },
    money: { inputMode: 'decimal' },
    date: { type: 'date' },
    phone: { inputMode: 'tel', autoComplete: 'off' },
    'id-number': { autoComplete: 'off', maxLength: 24 },
    'credit-code': { autoComplete: 'off', maxLength: 24 },
  } as const satisfies Partial<Record<FormField['type'], object>>
  return (
    <Field
      {...frame}
      {...(type in inputs ? inputs[type as keyof typeof inputs] : { maxLength: 2000 })}
      value={text}
      onChange={(event) => onChange(repeats ? event.target.value.split('\n') : event.target.value)}
    />
  )
}

interface ChoicesProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly kind: 'radio' | 'checkbox'
  readonly onChoose: (chosen: readonly string[]) => void
}

/** A few choices beside each other, one or several. */
export function Choices({ name, label, hint, error, choices, chosen, kind, onChoose }: ChoicesProps) {
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={`field choices${error === undefined ? '' : ' field--error'}`}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend className="field__label">{label}</legend>
      {hint !== undefined && <span className="field__hint">{hint}</span>}
      <div className="row">
        {choices.map(({ value, label: word }) => (
          <label key={value}>
            <input
              type={kind}
              name={name}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChoose(
                  kind === 'radio'
                    ? [value]
                    : target.checked
                      ? [...chosen, value]
                      : chosen.filter((one) => one !== value),
                )
              }
            />
            {word}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <span className="field__error" id={`${name}-error`}>
          {error}
        </span>
      )}
    </fieldset>
  )
}
