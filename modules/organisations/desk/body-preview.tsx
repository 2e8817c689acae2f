import { Empty, Light, Notice, Table } from '@guangyue/platform/ui'
import type { CheckedLine } from '../api.ts'

const states = {
  fault: { light: 'overdue', word: '有误' },
  new: { light: 'on-time', word: '新增' },
  known: { light: 'none', word: '已有' },
} as const

/** How many rows are new, known and faulty. */
export function countsOf(lines: readonly CheckedLine[]): Readonly<Record<CheckedLine['state'], number>> {
  const of = (state: CheckedLine['state']) => lines.filter((line) => line.state === state).length
  return { new: of('new'), known: of('known'), fault: of('fault') }
}

/** What a table of bodies would do, faults first. */
export function BodyPreview({ lines }: { readonly lines: readonly CheckedLine[] }) {
  const counts = countsOf(lines)
  if (lines.length === 0) return <Empty title="表中没有单位">标题行以下没有内容。</Empty>
  return (
    <div className="stack">
      {counts.fault > 0 && (
        <Notice tone="bad" title={`${counts.fault} 行有误，改正后才能导入`}>
          <p>请在表格中改正，然后换上改好的文件。</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys */}
      <section tabIndex={0} aria-label="单位预览，可上下滚动" style={{ maxHeight: '50vh', overflowY: 'auto' }}>
        <Table
          caption={`共 ${lines.length} 行：新增 ${counts.new}，已有 ${counts.known}，有误 ${counts.fault}`}
          keyOf={({ line }) => String(line)}
          rows={[...lines].sort((a, b) => Number(b.state === 'fault') - Number(a.state === 'fault'))}
          columns={[
            { key: 'line', head: '行', align: 'right', cell: ({ line }) => line },
            {
              key: 'state',
              head: '结果',
              cell: ({ state, faults }) => (
                <>
                  <Light state={states[state].light}>{states[state].word}</Light>
                  {faults.map((fault) => (
                    <span key={fault} className="sub">
                      {fault}
                    </span>
                  ))}
                </>
              ),
            },
            { key: 'name', head: '名称', names: 'row', cell: ({ name }) => name || '（空）' },
            { key: 'short', head: '简称', cell: ({ short }) => short },
            { key: 'kind', head: '类型', cell: ({ kind }) => kind },
            { key: 'parent', head: '上级', cell: ({ parent }) => parent },
            { key: 'aliases', head: '别名', cell: ({ aliases }) => aliases.join('、') },
          ]}
        />
      </section>
    </div>
  )
}
