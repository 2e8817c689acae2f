import { downloadHref, ErrorNotice, FileDrop, useAct } from '@guangyue/platform/ui/desk'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { bodySheetEndpoint, type CheckedLine, importBodiesEndpoint, previewBodiesEndpoint } from '../api.ts'
import { BodyPreview, countsOf } from './body-preview.tsx'

/** A table of bodies: dropped, looked at, taken whole. */
export function ImportBodies({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp()
  const [lines, setLines] = useState<readonly CheckedLine[] | null>(null)
  const take = useAct(importBodiesEndpoint, {
    onDone: ({ bodies, aliases }) => {
      onClose()
      message.success(`已新增 ${bodies} 个单位、${aliases} 个别称`)
    },
  })
  const ready = lines !== null && lines.length > 0 && countsOf(lines).fault === 0
  return (
    <Modal
      open
      width={860}
      title="从表格导入单位"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {lines !== null && <Button onClick={() => setLines(null)}>换一个文件</Button>}
          <Button
            type="primary"
            disabled={!ready}
            loading={take.isPending}
            onClick={() => take.mutate({ body: { lines: [...(lines ?? [])] } })}
          >
            导入
          </Button>
        </>
      }
    >
      <div className="stack">
        <ErrorNotice error={take.error} />
        {lines === null ? (
          <>
            <p>
              表中须有“名称”一列，可有“简称、类型、上级、别名”。已有的单位只增加别称，其余不变。
              <a href={downloadHref(bodySheetEndpoint)} download>
                下载样表
              </a>
            </p>
            <FileDrop
              endpoint={previewBodiesEndpoint}
              sent={[]}
              accept=".xlsx"
              title="把 xlsx 表格拖到这里，或点击选择"
              hint="先预看，不写入；至多 5 MB、5000 行"
              onDone={({ lines: read }) => setLines(read)}
            />
          </>
        ) : (
          <BodyPreview lines={lines} />
        )}
      </div>
    </Modal>
  )
}
