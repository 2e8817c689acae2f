import '../ledger.css'
import './sheets.css'
import { Notice } from '@guangyue/platform/ui'
import { FileDrop, PageBody, PageHead, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { uploadSheetEndpoint } from '../../api.ts'
import { ColumnChoice } from './column-choice.tsx'
import { type Choice, firstChoice, type Upload } from './sheet-mapping.ts'
import { SheetPreview } from './sheet-preview.tsx'

/** 从表格导入: an office's own spreadsheet, whatever its columns, becomes drafts. */
export function Screen() {
  const { today } = useMe()
  const [upload, setUpload] = useState<Upload | null>(null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [step, setStep] = useState<'columns' | 'preview'>('columns')
  const begin = (read: Upload | null) => {
    setUpload(read)
    setChoice(read && firstChoice(read, Number(today.slice(0, 4))))
    setStep('columns')
  }
  return (
    <>
      <PageHead
        title="从表格导入"
        crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '从表格导入' }]}
        meta={upload?.fileName}
        actions={upload && <Button onClick={() => begin(null)}>换一个文件</Button>}
      />
      <PageBody>
        {upload === null || choice === null ? (
          <div className="stack narrow">
            <p>把正在用的督办台账放进来。列名和次序不限，下一步指定各列的含义，系统会记住，下次同样的表直接认出。</p>
            <FileDrop
              endpoint={uploadSheetEndpoint}
              sent={[]}
              accept=".xlsx"
              title="把 xlsx 文件拖到这里，或点击选择"
              hint="不超过 20 MB。上传后先预览，不会立即录入。"
              onDone={begin}
            />
          </div>
        ) : step === 'columns' ? (
          <>
            {upload.takenBefore > 0 && (
              <Notice title={`这个文件以前录入过 ${upload.takenBefore} 行`}>同一行不会再录一次，只录新增的行。</Notice>
            )}
            <ColumnChoice upload={upload} choice={choice} onChange={setChoice} onNext={() => setStep('preview')} />
          </>
        ) : (
          <SheetPreview upload={upload} choice={choice} onBack={() => setStep('columns')} />
        )}
      </PageBody>
    </>
  )
}
