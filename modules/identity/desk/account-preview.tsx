import { Light, Notice, Table } from '@guangyue/platform/ui'
import type { CheckedLine } from '../accounts/api.ts'

/** How many rows cannot be taken. */
export function faultyOf(lines: readonly CheckedLine[]): number {
  return lines.filter(({ faults }) => faults.length > 0).length
}

/** What a table of accounts would do, faulty rows first. */
export function AccountPreview({ lines }: { readonly lines: readonly CheckedLine[] }) {
  const faulty = faultyOf(lines)
  return (
    <div className="stack">
      {faulty > 0 && (
        <Notice tone="bad" title={`${faulty} 行有误，改正后才能建立`}>
          <p>请在表格中改正，然后换上改好的文件。</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys */}
      <section tabIndex={0} aria-label="账号预览，可上下滚动" style={{ maxHeight: '50vh', overflowY: 'auto' }}>
        <Table
          caption={`共 ${lines.length} 行：可建立 ${lines.length - faulty}，有误 ${faulty}`}
          keyOf={({ line }) => String(line)}
          rows={lines.toSorted((a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0))}
          columns={[
            { key: 'line', head: '行', align: 'right', cell: ({ line }) => line },
            { key: 'name', head: '姓名', names: 'row', cell: ({ name }) => name || '（空）' },
            { key: 'state', head: '结果', cell: ({ faults }) => <Result faults={faults} /> },
            { key: 'username', head: '用户名', cell: ({ username }) => <span className="mono">{username}</span> },
            { key: 'body', head: '单位', cell: ({ body }) => body || '—' },
            { key: 'title', head: '职务', cell: ({ title }) => title || '—' },
            { key: 'roles', head: '身份', cell: ({ roles, roleNames }) => roleNames.join('、') || roles || '—' },
            { key: 'email', head: '邮箱', cell: ({ email }) => email || '—' },
          ]}
        />
      </section>
    </div>
  )
}

function Result({ faults }: { readonly faults: readonly string[] }) {
  return (
    <>
      <Light state={faults.length > 0 ? 'overdue' : 'on-time'}>{faults.length > 0 ? '有误' : '可建立'}</Light>
      {faults.map((fault) => (
        <span key={fault} className="sub">
          {fault}
        </span>
      ))}
    </>
  )
}
