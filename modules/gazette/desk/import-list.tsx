import { Empty, Light, momentText, Table } from '@guangyue/platform/ui'
import { useNavigate } from 'react-router'
import { type ImportListed, lightOfImport, outcomeWords, stageWords } from './import-words.ts'

const ZONE = 'Asia/Shanghai'

/** Imports, newest first. */
export function ImportList({ rows }: { readonly rows: readonly ImportListed[] }) {
  const navigate = useNavigate()
  if (rows.length === 0) {
    return (
      <Empty title="还没有导入过文件">
        <p>上传后，进度和结果列在这里。</p>
      </Empty>
    )
  }
  return (
    <Table
      caption="最近的导入"
      captionShown="heard"
      keyOf={(row: ImportListed) => row.id}
      rows={rows}
      columns={[
        {
          key: 'file',
          head: '文件',
          names: 'row',
          cell: ({ id, fileName }) => (
            <a
              href={`/desk/gazette/imports/${id}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return
                event.preventDefault()
                void navigate(`/gazette/imports/${id}`)
              }}
            >
              {fileName}
            </a>
          ),
        },
        { key: 'issue', head: '期号', cell: ({ issue }) => issue?.label ?? '' },
        {
          key: 'stage',
          head: '状态',
          cell: (row) => <Light state={lightOfImport(row)}>{stageWords[row.stage]}</Light>,
        },
        { key: 'outcome', head: '结果', cell: (row) => row.refusal?.message ?? outcomeWords(row) },
        { key: 'who', head: '上传人', cell: ({ accountName }) => accountName },
        { key: 'when', head: '时间', cell: ({ receivedAt }) => momentText(receivedAt, ZONE) },
      ]}
    />
  )
}
