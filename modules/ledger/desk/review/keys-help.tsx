import { Modal } from 'antd'
import { reviewKeys } from './review-keys.ts'

/** What the keys of the review do. */
export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Modal open={open} title="键盘" footer={null} onCancel={onClose}>
      <table className="table">
        <caption className="vh">核对台账草稿的按键</caption>
        <tbody>
          {reviewKeys.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row" className="keys">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">正在输入文字时，只有带 Ctrl（或 ⌘）的按键起作用。</p>
    </Modal>
  )
}
