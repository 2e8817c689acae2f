import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, Problem, problemOf, upload, useAct } from '@guangyue/platform/ui/desk'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { addFindingEndpoint, addPhotographEndpoint } from '../../inspections/api.ts'
import { TaskSelect } from '../task-select.tsx'
import { UnitSelect } from '../unit-select.tsx'
import { PicturePicker } from './picture-picker.tsx'
import type { Inspection } from './shapes.ts'
import { fiveDays, TermFields, termOf } from './term-fields.tsx'

interface FindingFormProps {
  readonly inspection: Inspection
  readonly onClose: () => void
}

/** A finding as it is entered on the spot: what, whose, until when, with photographs taken there and then. */
export function FindingForm({ inspection, onClose }: FindingFormProps) {
  const [id] = useState(() => crypto.randomUUID())
  const [form] = Form.useForm<typeof initial>()
  const [pictures, setPictures] = useState<readonly File[]>([])
  const [fault, setFault] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const [standing, setStanding] = useState(false)
  const add = useAct(addFindingEndpoint)
  const initial = {
    text: '',
    bodyId: inspection.bodies.length === 1 ? inspection.bodies[0]?.id : undefined,
    taskId: inspection.tasks.length === 1 ? inspection.tasks[0]?.id : undefined,
    basis: '',
    term: fiveDays,
  }

  async function send({ text, bodyId, taskId, basis, term }: typeof initial): Promise<void> {
    const given = termOf(term)
    if (given === undefined) {
      form.setFields([{ name: 'term', errors: ['请填写整改期限'] }])
      return
    }
    setFault(null)
    setSending(true)
    const body = { id, text, bodyId: bodyId ?? '', taskId: taskId ?? null, basis: basis.trim() || null, term: given }
    try {
      if (!standing) await add.mutateAsync({ params: { id: inspection.id }, body })
      setStanding(true)
      for (const picture of pictures) {
        await upload(addPhotographEndpoint, { file: picture }, { params: { id } })
        setPictures((left) => left.filter((one) => one !== picture))
      }
      onClose()
    } catch (refused) {
      setFault(refused)
      if (refused instanceof Problem) {
        const faults = problemOf(refused).body.errors ?? []
        form.setFields(faults.map(({ field, message }) => ({ name: field.split('.')[0] as 'text', errors: [message] })))
      }
    } finally {
      setSending(false)
    }
  }

  return (
    <section className="findingform" aria-labelledby="finding-head">
      <h2 id="finding-head">登记发现</h2>
      {standing && fault !== null && <Notice title="发现已经登记并交办，照片还没有传完" />}
      <ErrorNotice error={fault} />
      <Form<typeof initial>
        form={form}
        disabled={standing}
        layout="vertical"
        initialValues={initial}
        requiredMark={false}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="text" label="发现的问题" rules={[{ required: true, message: '请写明发现的问题' }]}>
          <Input.TextArea rows={3} maxLength={4000} placeholder="如 综窗只开了两个，群众排队四十分钟" />
        </Form.Item>
        <PicturePicker pictures={pictures} onChange={setPictures} />
        <Form.Item name="bodyId" label="责任单位" rules={[{ required: true, message: '请选择责任单位' }]}>
          <UnitSelect placeholder="由谁整改" first={inspection.bodies.map((body) => body.id)} />
        </Form.Item>
        <Form.Item name="taskId" label="依据的任务">
          <TaskSelect known={inspection.tasks} />
        </Form.Item>
        <Form.Item name="basis" label="或依据的条款">
          <Input maxLength={300} placeholder="如 澜政发〔2023〕6号 一（一）" />
        </Form.Item>
        <Form.Item name="term" label="整改期限">
          <TermFields />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={false} loading={sending}>
            {standing ? '上传照片' : '交办责任单位'}
          </Button>
          <Button disabled={false} onClick={onClose}>
            返回
          </Button>
        </div>
      </Form>
    </section>
  )
}
