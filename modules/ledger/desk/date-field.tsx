import { dayText, Icon } from '@guangyue/platform/ui'
import { useCall } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { readDateEndpoint } from '../api.ts'
import type { EditDate } from './task-edit.ts'
import { shownDate } from './task-edit.ts'
import { kindWords } from './words.ts'

interface DateFieldProps {
  readonly id: string
  readonly label: string
  readonly date: EditDate
  /** ①, where the clause has several dates. */
  readonly number: string
  /** Whose document gives the year of 6月底前. */
  readonly measure?: string
  readonly error: string | undefined
  readonly onChange: (date: EditDate) => void
  readonly onRemove: () => void
}

/** A day or a phrase in one field; what it is read as, or what is wrong with it, stands under it while one types. */
export function DateField({ id, label, date, number, measure, error, onChange, onRemove }: DateFieldProps) {
  const touched = date.from === null || date.typed !== shownDate(date.from)
  return (
    <div className={error === undefined ? 'datefield' : 'datefield field--error'}>
      <div className="row">
        <Input
          id={id}
          aria-label={label}
          value={date.typed}
          placeholder="2021-06-30 或 6月底前"
          status={error === undefined ? '' : 'error'}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange({ ...date, typed: event.target.value })}
        />
        <Button type="text" aria-label={`去掉${label}`} onClick={onRemove}>
          ×
        </Button>
      </div>
      <div id={`${id}-said`} aria-live="polite">
        {error !== undefined ? (
          <span className="field__error">
            <Icon name="i-warn" />
            {error}
          </span>
        ) : touched ? (
          <Reading text={date.typed} measure={measure} />
        ) : (
          date.from && (
            <span className="meta">
              {number !== '' && `时限${number}　`}
              原文“{date.from.phrase}”　{kindWords[date.from.kind]}
            </span>
          )
        )}
      </div>
    </div>
  )
}

/** Asks how the text is read once typing has paused. */
function Reading({ text, measure }: { readonly text: string; readonly measure: string | undefined }) {
  const settled = useSettled(text.trim())
  return settled === '' ? null : <ReadAs text={settled} measure={measure} />
}

function ReadAs({ text, measure }: { readonly text: string; readonly measure: string | undefined }) {
  const { data } = useCall(readDateEndpoint, { query: { text, measure } })
  if (data === undefined) return null
  if (data.date === null) {
    return (
      <span className="field__error">
        <Icon name="i-warn" />
        {data.problem}
      </span>
    )
  }
  const { due, start, kind } = data.date
  const days = [start, due].filter((day) => day !== null).map((day) => dayText(day))
  return (
    <span className="meta">
      读作{days.length > 0 ? days.join('至') : '没有固定日期'}　{kindWords[kind]}
    </span>
  )
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 350)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
