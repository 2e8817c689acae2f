import { useCall } from '@guangyue/platform/ui/desk'
import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { listTasksEndpoint } from '../api.ts'

interface TaskSelectProps extends Pick<SelectProps, 'id' | 'value' | 'onChange' | 'placeholder' | 'mode'> {
  /** Tasks that are chosen already or stand first. */
  readonly known?: readonly { readonly id: string; readonly title: string }[]
}

/** A task, or several, found by words of its title or clause; a control of a form. */
export function TaskSelect({ known = [], ...control }: TaskSelectProps) {
  const [text, setText] = useState('')
  const query = text.trim() === '' ? { limit: 20 } : { text: text.trim(), limit: 20 }
  const found = useCall(listTasksEndpoint, { query }).data?.items ?? []
  const options = new Map([
    ...known.map(({ id, title }) => [id, { value: id, label: title }] as const),
    ...found.map(({ id, title, cite }) => [id, { value: id, label: `${title}　${cite.label}` }] as const),
  ])
  return (
    <Select
      allowClear
      popupMatchSelectWidth={420}
      placeholder="输入任务或条文中的字词查找"
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[...options.values()]}
      {...control}
    />
  )
}
