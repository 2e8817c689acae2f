import { Form, Modal } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { showAtFields } from './form-errors.ts'
import { problemOf } from './problem.ts'
import { ErrorNotice } from './states.tsx'

interface FormDialogProps<Values extends object> {
  readonly title: string
  readonly okText?: string
  readonly initial: Values
  /** The act that the form sets off: whether it is under way and how it was refused. */
  readonly act: { readonly isPending: boolean; readonly error: Error | null }
  readonly onSubmit: (values: Values) => void
  readonly onClose: () => void
  /** `Form.Item`s named after the fields of the values. */
  readonly children: ReactNode
}

/** A form in a dialog. A refusal is shown at the fields that it names and above them; what was typed stays. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, okText = '保存', initial, act, onSubmit, onClose, children } = props
  const [form] = Form.useForm<Values>()
  useEffect(() => {
    if (act.error) showAtFields(form, act.error)
  }, [act.error, form])
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {act.error && !problemOf(act.error).isStale && <ErrorNotice error={act.error} />}
      <Form<Values> form={form} layout="vertical" initialValues={initial} requiredMark={false} onFinish={onSubmit}>
        {children}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
