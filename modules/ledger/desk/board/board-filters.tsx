import { useMe } from '@guangyue/platform/ui/desk'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { unitFits, useUnits } from '../unit-options.ts'
import { stateWords } from '../words.ts'
import {
  type DueChoice,
  dueChoiceOf,
  dueChoices,
  dueDays,
  type Grouping,
  groupings,
  tasksOf,
  withPart,
} from './board-filter.ts'
import type { Board } from './use-board.ts'

const states = [
  { value: 'open', label: '在办' },
  ...Object.entries(stateWords).map(([value, label]) => ({ value, label })),
]
const sorts = [
  { value: 'due', label: '先到期在前' },
  { value: 'text', label: '按原文次序' },
  { value: 'changed', label: '新变动在前' },
]

/** What the board is narrowed to; each choice stands in the address. */
export function BoardFilters({ board }: { readonly board: Board }) {
  const { filter, narrow, documents } = board
  const { today } = useMe()
  const units = useUnits().filter(({ kind }) => kind === 'body')
  const narrowed = Object.keys(withPart(tasksOf(filter), { light: undefined, sort: undefined })).length > 0
  return (
    <search className="boardfilters">
      <TextFilter key={filter.text} text={filter.text ?? ''} onFind={(text) => narrow({ text })} />
      <Select
        allowClear
        aria-label="文件"
        placeholder="文件"
        popupMatchSelectWidth={360}
        value={filter.document}
        options={documents.map(({ id, number, title }) => ({ value: id, label: number ?? title, title }))}
        onChange={(document) => narrow({ document, chapter: undefined })}
      />
      <Select
        allowClear
        aria-label="单位"
        placeholder="单位"
        popupMatchSelectWidth={280}
        value={filter.body}
        showSearch={{ filterOption: (typed, option) => option !== undefined && unitFits(typed, option) }}
        options={units.map(({ id, name, full }) => ({ value: id, label: name, full }))}
        onChange={(body) => narrow({ body })}
      />
      {filter.body !== undefined && (
        <Select
          aria-label="该单位是"
          value={filter.as ?? 'any'}
          options={[
            { value: 'any', label: '牵头或责任' },
            { value: 'lead', label: '牵头' },
            { value: 'support', label: '责任' },
          ]}
          onChange={(as) => narrow({ as })}
        />
      )}
      <Select
        allowClear
        aria-label="办理状态"
        placeholder="状态"
        value={filter.state === 'all' ? undefined : filter.state}
        options={states}
        onChange={(state) => narrow({ state: state as typeof filter.state })}
      />
      <Select<DueChoice>
        allowClear
        aria-label="时限"
        placeholder={filter.dueFrom || filter.dueTo ? `${filter.dueFrom ?? ''}—${filter.dueTo ?? ''}` : '时限'}
        value={dueChoiceOf(filter, today)}
        options={[...dueChoices]}
        onChange={(choice) => narrow(choice ? dueDays(choice, today) : { dueFrom: undefined, dueTo: undefined })}
      />
      <WayChoice board={board} />
      {narrowed && (
        <Button type="link" onClick={board.clear}>
          清除条件
        </Button>
      )}
    </search>
  )
}

/** What can be chosen of the way in which the tasks are shown. */
function WayChoice({ board: { filter, narrow } }: { readonly board: Board }) {
  const { show = 'table', group, columns = 'light' } = filter
  return (
    <>
      {show === 'table' && (
        <Select aria-label="排序" value={filter.sort ?? 'due'} options={sorts} onChange={(sort) => narrow({ sort })} />
      )}
      {show === 'table' && (
        <Select<Grouping | 'none'>
          aria-label="分组"
          value={group ?? 'none'}
          options={[{ value: 'none', label: '不分组' }, ...groupings]}
          onChange={(chosen) => narrow({ group: chosen === 'none' ? undefined : chosen })}
        />
      )}
      {show === 'timeline' && (
        <Select<Grouping>
          aria-label="分组"
          value={group ?? 'unit'}
          options={[...groupings]}
          onChange={(chosen) => narrow({ group: chosen })}
        />
      )}
      {show === 'board' && (
        <Select
          aria-label="分列"
          value={columns}
          options={[
            { value: 'light', label: '按灯色分列' },
            { value: 'state', label: '按状态分列' },
          ]}
          onChange={(chosen) => narrow({ columns: chosen })}
        />
      )}
    </>
  )
}

function TextFilter({ text, onFind }: { readonly text: string; readonly onFind: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  return (
    <Input.Search
      allowClear
      className="wide"
      value={typed}
      placeholder="任务、条文、单位"
      aria-label="查找任务"
      enterButton="查找"
      onChange={(event) => setTyped(event.target.value)}
      onSearch={onFind}
    />
  )
}
