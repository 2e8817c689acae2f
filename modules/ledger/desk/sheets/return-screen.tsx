import '../ledger.css'
import './sheets.css'
import { downloadHref, FileDrop, Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { exportLedgerEndpoint, getReturnEndpoint, uploadReturnEndpoint } from '../../api.ts'
import { ReturnReview } from './return-review.tsx'

/** 导回核对: an export that was edited in a spreadsheet comes back as differences, each accepted or left. */
export function Screen() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const id = search.get('return')
  return (
    <>
      <PageHead
        title="导回核对"
        crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '导回核对' }]}
        actions={id !== null && <Button onClick={() => void navigate('/ledger/return')}>换一个文件</Button>}
      />
      <PageBody>
        {id === null ? (
          <div className="stack narrow">
            <ol className="steplist">
              <li>
                <a download href={downloadHref(exportLedgerEndpoint, { query: {} })}>
                  导出全部台账
                </a>
                ，或在工作台账中按条件导出。
              </li>
              <li>在表格软件中修改。请保留“任务编号”和“版本”两列，它们用来对上原任务。</li>
              <li>把改好的表放回来，逐项核对后再采纳。删去的行不会删除任务。</li>
            </ol>
            <FileDrop
              endpoint={uploadReturnEndpoint}
              sent={[]}
              accept=".xlsx"
              title="把改过的 xlsx 拖到这里，或点击选择"
              hint="不超过 20 MB。先列出差异，不会立即改动。"
              onDone={(read) => void navigate(`/ledger/return?return=${read.id}`)}
            />
          </div>
        ) : (
          <OneReturn id={id} />
        )}
      </PageBody>
    </>
  )
}

function OneReturn({ id }: { readonly id: string }) {
  const read = useCall(getReturnEndpoint, { params: { id } })
  return <Loaded query={read}>{(data) => <ReturnReview difference={data} />}</Loaded>
}
