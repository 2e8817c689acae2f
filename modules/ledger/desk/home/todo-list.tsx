import { dayText, shortDay } from '@guangyue/platform/ui'
import { downloadHref, TodoRow, TodoSection, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { exportTodoEndpoint, type todoEndpoint } from '../../overview/api.ts'
import { ExportLink } from '../export-link.tsx'
import { daysWord, lightOf } from '../words.ts'

export type Todo = z.output<typeof todoEndpoint.reply>

const FIRST = 20

/** 等我办的: one line for each thing to do with its clock, the first to end at the top; each leads to where it is done. */
export function TodoList({ todo: { items, total } }: { readonly todo: Todo }) {
  const { today } = useMe()
  const [all, showAll] = useState(false)
  const shown = all ? items : items.slice(0, FIRST)
  const dayOf = (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : dayText(day))
  return (
    <TodoSection title="等我办的" count={total}>
      <ul>
        {shown.map(({ key, action, title, about, due, light, daysLeft, href }) => (
          <TodoRow
            key={key}
            state={due === null ? 'not-begun' : lightOf[light]}
            word={daysLeft === null ? '不限日期' : daysWord(daysLeft)}
            title={title}
            href={href}
            meta={`${due === null ? '' : `${dayOf(due)}前　`}${about}`}
            action={
              <a className="btn btn--sm" href={href} aria-label={`${action}：${title}`}>
                {action}
              </a>
            }
          />
        ))}
      </ul>
      <p className="row row--between">
        {shown.length < items.length ? (
          <Button type="link" onClick={() => showAll(true)}>
            其余 {total - shown.length} 件
          </Button>
        ) : (
          <span className="meta">{total > items.length && `还有 ${total - items.length} 件，办完上面的再列`}</span>
        )}
        <ExportLink href={downloadHref(exportTodoEndpoint)} />
      </p>
    </TodoSection>
  )
}
