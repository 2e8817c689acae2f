import { dayText, Light, momentText } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, SavedTable, useCall } from '@guangyue/platform/ui/desk'
import { Button, Input, Segmented, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { listCasesEndpoint } from '../api.ts'
import type { CaseRow } from './shapes.ts'

const whoseWords = { mine: '待我办', unit: '待本单位办', all: '全部' } as const
const lights = {
  overdue: '逾期',
  near: '临期',
  'on-time': '正常',
  suspended: '中止',
  none: '没有期限',
  done: '已办结',
} as const
const phases = {
  submitted: '待受理',
  supplementing: '等申请人补正',
  reviewing: '审查',
  decided: '已作决定',
  ended: '已终结',
} as const
type Whose = keyof typeof whoseWords

/** The queue of cases, the nearest last day first. */
export function Screen() {
  const [search, setSearch] = useSearchParams()
  const asked = (name: string) => search.get(name) ?? undefined
  const whose = (asked('whose') ?? 'mine') as Whose
  const query = useCall(listCasesEndpoint, {
    query: {
      whose,
      light: asked('light') as CaseRow['light'] | undefined,
      phase: asked('phase') as CaseRow['phase'] | undefined,
      text: asked('text'),
      after: asked('after'),
    },
  })
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    if (name !== 'after') next.delete('after')
    setSearch(next)
  }
  return (
    <>
      <PageHead title="办件" />
      <PageBody>
        <Loaded query={query}>
          {({ items, next }) => (
            <>
              <SavedTable<CaseRow>
                name="cases.queue"
                keyOf={({ id }) => id}
                rows={items}
                toolbar={
                  <>
                    <Segmented<Whose>
                      aria-label="哪些办件"
                      options={(Object.keys(whoseWords) as Whose[]).map((value) => ({
                        value,
                        label: whoseWords[value],
                      }))}
                      value={whose}
                      onChange={(value) => put('whose', value)}
                    />
                    <Pick
                      label="灯色"
                      choices={lights}
                      value={asked('light')}
                      onPick={(value) => put('light', value)}
                    />
                    <Pick
                      label="进展"
                      choices={phases}
                      value={asked('phase')}
                      onPick={(value) => put('phase', value)}
                    />
                    <Input.Search
                      allowClear
                      aria-label="按编号或申请人查找"
                      placeholder="编号或申请人"
                      style={{ width: 200 }}
                      defaultValue={asked('text') ?? ''}
                      onSearch={(text) => put('text', text.trim())}
                    />
                  </>
                }
                columns={[
                  { key: 'item', title: '事项', fixed: true, cell: Named },
                  { key: 'party', title: '申请人', width: 200, cell: ({ party }) => party },
                  {
                    key: 'number',
                    title: '编号',
                    width: 170,
                    cell: ({ number }) => <span className="mono">{number}</span>,
                  },
                  { key: 'stage', title: '进展', width: 120, cell: ({ stage }) => stage },
                  { key: 'light', title: '期限', width: 110, cell: Lit },
                  {
                    key: 'until',
                    title: '最后一日',
                    width: 140,
                    cell: ({ lastDay }) => (lastDay === null ? '' : dayText(lastDay)),
                  },
                  {
                    key: 'submitted',
                    title: '提交',
                    width: 190,
                    cell: ({ submittedAt }) => momentText(submittedAt, 'Asia/Shanghai'),
                  },
                  { key: 'body', title: '承办单位', width: 160, hidden: true, cell: ({ body }) => body },
                ]}
                card={(row) => (
                  <>
                    <Named {...row} />
                    <p className="row meta">
                      <Lit {...row} />
                      {row.party}　{row.stage}
                      {row.lastDay !== null && `　${dayText(row.lastDay)}前`}
                    </p>
                  </>
                )}
                empty={{
                  title: whose === 'all' ? '没有符合条件的办件' : '现在没有等着办理的办件',
                  todo: whose === 'mine' ? '可以看看“待本单位办”或“全部”。' : undefined,
                }}
              />
              <p className="row">
                {asked('after') !== undefined && <Button onClick={() => put('after', '')}>回到开头</Button>}
                {next !== null && <Button onClick={() => put('after', next)}>下一页</Button>}
              </p>
            </>
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

/** While an applicant has something to hand in, no term of the authority runs. */
function Lit({ light }: Pick<CaseRow, 'light'>) {
  return <Light state={light}>{light === 'none' ? '不计时' : undefined}</Light>
}

function Named({ id, item }: Pick<CaseRow, 'id' | 'item'>) {
  return <a href={`/desk/cases/${id}`}>{item}</a>
}

interface PickProps {
  readonly label: string
  readonly choices: Readonly<Record<string, string>>
  readonly value: string | undefined
  readonly onPick: (value: string) => void
}

function Pick({ label, choices, value, onPick }: PickProps) {
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ width: 130 }}
      options={Object.entries(choices).map(([key, word]) => ({ value: key, label: word }))}
      value={value}
      onChange={(picked: string | undefined) => onPick(picked ?? '')}
    />
  )
}
