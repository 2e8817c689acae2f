import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { dayText, Empty, momentText, Notice, SelectField, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { useParams, useSearchParams } from 'react-router'
import { getServiceEndpoint } from '../api.ts'
import { pathInWords, valueInWords } from './path-words.ts'

type Reply = ReplyOf<typeof getServiceEndpoint>
type Version = Reply['versions'][number]

const ZONE = 'Asia/Shanghai'
const states = { now: '现行', next: '待生效', old: '以前的' } as const

/** One item: its versions, who loaded them, and what differs between two. */
export function Screen() {
  const { code = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const asked = (name: string) => (search.get(name) === null ? undefined : Number(search.get(name)))
  const query = useCall(getServiceEndpoint, {
    params: { code },
    query: { before: asked('before'), after: asked('after') },
  })
  return (
    <>
      <PageHead
        title={query.data?.name ?? '事项'}
        crumbs={[{ href: '/desk/services', label: '事项库' }, { label: query.data?.name ?? '' }]}
        meta={query.data && <span>{query.data.versions.length} 个版本</span>}
        actions={
          <a className="btn btn--sm" href={`/services/${code}`}>
            办事指南
          </a>
        }
      />
      <PageBody>
        <Loaded query={query}>
          {({ versions, compared, confirm }) => (
            <div className="stack">
              {confirm.length > 0 && (
                <Notice tone="warn" title={`现行版本有 ${confirm.length} 项待承办单位确认`}>
                  <ul>
                    {confirm.map(({ what, note }) => (
                      <li key={`${what} ${note}`}>{note}</li>
                    ))}
                  </ul>
                </Notice>
              )}
              <Versions code={code} versions={versions} />
              {compared === null ? (
                <Empty title="只有一个版本，没有可比较的" />
              ) : (
                <Compared versions={versions} compared={compared} onPick={(pair) => setSearch(pair)} />
              )}
            </div>
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

function Versions({ code, versions }: { readonly code: string; readonly versions: readonly Version[] }) {
  return (
    <Table
      caption="各个版本"
      keyOf={({ number }) => String(number)}
      rows={versions}
      columns={[
        {
          key: 'number',
          head: '版本',
          names: 'row',
          cell: ({ number }) => <a href={`/services/${code}?version=${number}`}>第 {number} 版</a>,
        },
        { key: 'state', head: '状态', cell: ({ state }) => states[state] },
        {
          key: 'from',
          head: '生效',
          cell: ({ effectiveFrom }) => (effectiveFrom === null ? '未载明' : dayText(effectiveFrom)),
        },
        { key: 'to', head: '失效', cell: ({ effectiveTo }) => effectiveTo !== null && dayText(effectiveTo) },
        { key: 'by', head: '载入者', cell: ({ publishedBy }) => publishedBy },
        { key: 'at', head: '载入时间', cell: ({ publishedAt }) => momentText(publishedAt, ZONE) },
      ]}
    />
  )
}

interface ComparedProps {
  readonly versions: readonly Version[]
  readonly compared: NonNullable<Reply['compared']>
  readonly onPick: (pair: { readonly before: string; readonly after: string }) => void
}

function Compared({ versions, compared, onPick }: ComparedProps) {
  const choices = versions.map(({ number, state }) => ({
    value: String(number),
    label: `第 ${number} 版（${states[state]}）`,
  }))
  const pair = { before: String(compared.before), after: String(compared.after) }
  return (
    <section className="section" aria-label="比较两个版本">
      <div className="filters">
        <SelectField
          name="before"
          label="比较"
          value={pair.before}
          choices={choices}
          onChange={(event) => onPick({ ...pair, before: event.target.value })}
        />
        <SelectField
          name="after"
          label="与"
          value={pair.after}
          choices={choices}
          onChange={(event) => onPick({ ...pair, after: event.target.value })}
        />
      </div>
      {compared.differences.length === 0 ? (
        <Empty title="两个版本相同" />
      ) : (
        <Table
          caption={`不同之处 ${compared.differences.length} 处`}
          keyOf={({ path }) => path}
          rows={compared.differences}
          columns={[
            { key: 'path', head: '哪一项', names: 'row', cell: ({ path }) => pathInWords(path) },
            {
              key: 'before',
              head: `第 ${compared.before} 版`,
              cell: ({ path, before }) => shown(path, before),
            },
            { key: 'after', head: `第 ${compared.after} 版`, cell: ({ path, after }) => shown(path, after) },
          ]}
        />
      )}
    </section>
  )
}

function shown(path: string, value: string | null): string {
  return path.startsWith('effective_') && value !== null ? dayText(value) : valueInWords(value)
}
