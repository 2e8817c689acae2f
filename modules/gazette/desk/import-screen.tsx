import { FileDrop, Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { listImportsEndpoint, uploadImportEndpoint } from '../api.ts'
import { ImportList } from './import-list.tsx'

/** 导入公报: hand in a file, and the imports so far. */
export function Screen() {
  const navigate = useNavigate()
  const [year, setYear] = useState<number | null>(null)
  const imports = useCall(listImportsEndpoint)
  return (
    <>
      <PageHead title="导入公报" />
      <PageBody>
        <div className="stack">
          <p>
            把一期公报或一份公文放进来，系统读出文件、条文、任务、任免和大事记，并起草工作台账。只起草，不确认，也不公开任务。
          </p>
          <FileDrop
            endpoint={uploadImportEndpoint}
            sent={[{ body: year === null ? {} : { year } }]}
            accept=".txt,.docx,.pdf"
            title="把 txt、docx 或 pdf 文件拖到这里，或点击选择"
            hint="不超过 50 MB。pdf 须带文字，扫描件请先做文字识别。"
            onDone={({ id }) => navigate(`/gazette/imports/${id}`)}
          />
          <div className="row">
            <label htmlFor="import-year">文中没有印年份时，按</label>
            <InputNumber id="import-year" value={year} onChange={setYear} min={1949} max={2100} precision={0} />
            <span>年读（如只印月日的大事记、目录；选文件之前填）</span>
          </div>
          <h2>导入记录</h2>
          <Loaded query={imports}>{(rows) => <ImportList rows={rows} />}</Loaded>
        </div>
      </PageBody>
    </>
  )
}
