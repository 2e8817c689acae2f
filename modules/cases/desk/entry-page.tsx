import { Button } from 'antd'
import type { Answer, Entry, ShownPage } from '../api/apply.ts'
import { FormFieldInput } from './form-field.tsx'

interface EntryPageProps {
  readonly shown: ShownPage
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (entries: readonly Entry[]) => void
}

/** One page of the form; one that repeats is filled in as often as needed. Files come on a page of their own. */
export function EntryPage({ shown: { page, entries }, errors, onChange }: EntryPageProps) {
  const all = entries.map(({ entry }) => entry)
  const set = (at: number, key: string, answer: Answer) =>
    onChange(all.map((entry, index) => (index === at ? { ...entry, [key]: answer } : entry)))
  return (
    <div className="stack">
      {entries.map(({ entry, fields }, at) => (
        <fieldset
          // entries have no name of their own: they are told apart by their place
          key={at}
          className="apply__entry"
        >
          {page.repeats && (
            <legend>
              {page.title} 第 {at + 1} 份
            </legend>
          )}
          {fields
            .filter(({ type }) => type !== 'file')
            .map((field) => (
              <FormFieldInput
                key={field.key}
                name={`form.${page.key}.${at}.${field.key}`}
                field={field}
                answer={entry[field.key]}
                error={errors.get(`form.${page.key}.${at}.${field.key}`)}
                onChange={(answer) => set(at, field.key, answer)}
              />
            ))}
          {page.repeats && (
            <Button size="small" onClick={() => onChange(all.filter((_, index) => index !== at))}>
              删去这一份
            </Button>
          )}
        </fieldset>
      ))}
      {page.repeats && (
        <p>
          <Button onClick={() => onChange([...all, {}])}>
            {entries.length === 0 ? `添加${page.title}` : `再添加一份${page.title}`}
          </Button>
        </p>
      )}
      {errors.has(`form.${page.key}`) && <p className="field__error">{errors.get(`form.${page.key}`)}</p>}
    </div>
  )
}
