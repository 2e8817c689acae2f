import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { Notice } from '@guangyue/platform/ui'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { type importAccountsEndpoint, XLSX } from '../accounts/api.ts'

/** A table of first passwords, which is nowhere but in this page. */
export type Handout = ReplyOf<typeof importAccountsEndpoint>

/** Hands the table over: once it is saved the dialog may be closed, and then nobody can have it again. */
export function HandoutDialog({ handout, onClose }: { readonly handout: Handout; readonly onClose: () => void }) {
  const [saved, setSaved] = useState(false)
  const save = () => {
    saveFile(handout)
    setSaved(true)
  }
  return (
    <Modal
      open
      title={`已建立 ${handout.made} 个账号`}
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
      footer={
        <>
          <Button type={saved ? 'default' : 'primary'} onClick={save}>
            下载账号和首次密码
          </Button>
          <Button type={saved ? 'primary' : 'default'} disabled={!saved} onClick={onClose}>
            已经保存
          </Button>
        </>
      }
    >
      <div className="stack">
        <Notice tone="warn" title="首次密码只发放这一次">
          <p>
            请下载表格，核对能打开后再关闭本页；程序不保存密码原文，关闭后无法再次取得。没有收到的，请在账号列表中逐个重设密码。
          </p>
        </Notice>
        <p>请把用户名和密码分别交给本人，交完后销毁表格。本人首次登录须修改密码，修改之前不能办理任何事项。</p>
      </div>
    </Modal>
  )
}

function saveFile({ file, fileName }: Handout): void {
  const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
