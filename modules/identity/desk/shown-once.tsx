import { Notice } from '@guangyue/platform/ui'
import { App, Button, Modal } from 'antd'

interface ShownOnceProps {
  readonly title: string
  /** What to do with it. */
  readonly said: string
  readonly lines: readonly string[]
  readonly onClose: () => void
}

/** Secrets that are shown this once: to be copied before the dialog is closed. */
export function ShownOnce({ title, said, lines, onClose }: ShownOnceProps) {
  return (
    <Modal
      open
      title={title}
      footer={
        <Button type="primary" onClick={onClose}>
          已经记下
        </Button>
      }
      onCancel={onClose}
    >
      <div className="stack">
        <Notice tone="warn" title="只显示这一次">
          <p>{said}</p>
        </Notice>
        <SecretLines lines={lines} />
      </div>
    </Modal>
  )
}

/** Lines in a fixed type, and a button that copies them. */
export function SecretLines({ lines }: { readonly lines: readonly string[] }) {
  const { message } = App.useApp()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines.join('\n'))
      message.success('已复制')
    } catch {
      message.info('浏览器不允许复制，请手工抄录')
    }
  }
  return (
    <div className="row">
      <pre className="mono" style={{ margin: 0 }}>
        {lines.join('\n')}
      </pre>
      <Button size="small" onClick={() => void copy()}>
        复制
      </Button>
    </div>
  )
}
