import { Field, SelectField } from '@guangyue/platform/ui'
import { type Filter, filterOf } from './filter.ts'

interface ActsFiltersProps {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

const choices = [
  { value: '', label: '全部' },
  { value: 'appoint', label: '任命' },
  { value: 'remove', label: '免去' },
  { value: 'lapse', label: '自然免除' },
]

/** Person or post, body, days and kind; asked for together. */
export function ActsFilters({ filter, onFilter }: ActsFiltersProps) {
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        const said = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])
        onFilter(filterOf(new URLSearchParams(said)))
      }}
    >
      <Field name="name" label="姓名或职务" defaultValue={filter.name} maxLength={50} />
      <Field name="body" label="机关" defaultValue={filter.body} maxLength={100} />
      <Field name="from" type="date" label="起" defaultValue={filter.from} />
      <Field name="to" type="date" label="止" defaultValue={filter.to} />
      <SelectField name="action" label="任免" defaultValue={filter.action} choices={choices} />
      <button className="btn btn--primary" type="submit">
        查询
      </button>
    </form>
  )
}
