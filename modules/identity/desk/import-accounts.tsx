import { downloadHref, ErrorNotice, FileDrop, useAct } from '@guangyue/platform/ui/desk'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import {
  accountSheetEndpoint,
  type CheckedLine,
  importAccountsEndpoint,
  previewAccountsEndpoint,
} from '../accounts/api.ts'
import { AccountPreview, faultyOf } from './account-preview.tsx'
import type { Handout } from './handout-dialog.tsx'

interface ImportProps {
  readonly onMade: (handout: Handout) => void
  readonly onClose: () => void
}

/** A table of people: dropped, looked at, made into accounts as a whole. */
export function ImportAccounts({ onMade, onClose }: ImportProps) {
  const [lines, setLines] = useState<readonly CheckedLine[] | null>(null)
  const make = useAct(importAccountsEndpoint, { onDone: onMade })
  const ready = lines !== null && faultyOf(lines) === 0
  const change = () => {
    make.reset()
    setLines(null)
  }
  return (
    <Modal
      open
      width={980}
      title="从表格建立账号"
      mask={{ closable: false }}
      closable={!make.isPending}
      keyboard={!make.isPending}
      onCancel={onClose}
      footer={
        lines !== null && (
          <>
            <Button disabled={make.isPending} onClick={change}>
              换一个文件
            </Button>
            <Button
              type="primary"
              disabled={!ready}
              loading={make.isPending}
              onClick={() => make.mutate({ body: { lines: [...(lines ?? [])] } })}
            >
              {ready ? `建立 ${lines.length} 个账号` : '建立账号'}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        <ErrorNotice error={make.error} />
        {lines === null ? <Choose onRead={setLines} /> : <AccountPreview lines={lines} />}
      </div>
    </Modal>
  )
}

function Choose({ onRead }: { readonly onRead: (lines: readonly CheckedLine[]) => void }) {
  return (
    <>
      <p>
        表中须有“姓名、用户名、身份”三列，可有“单位、职务、邮箱”。首次密码由程序生成，建立后只发放一次；本人首次登录须修改。
        <a href={downloadHref(accountSheetEndpoint)} download>
          下载样表
        </a>
      </p>
      <FileDrop
        endpoint={previewAccountsEndpoint}
        sent={[]}
        accept=".xlsx"
        title="把 xlsx 表格拖到这里，或点击选择"
        hint="先预看，不写入；至多 5 MB、500 行"
        onDone={({ lines }) => onRead(lines)}
      />
    </>
  )
}
