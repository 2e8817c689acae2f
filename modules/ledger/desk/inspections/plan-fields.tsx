import { useCall, useMe } from '@guangyue/platform/ui/desk'
import { Form, Input, InputNumber, Select } from 'antd'
import { listDocumentsEndpoint } from '../../api.ts'
import { kindLabels } from '../../inspections/api.ts'
import { TaskSelect } from '../task-select.tsx'
import { UnitSelect } from '../unit-select.tsx'
import type { Inspection, TeamPerson } from './shapes.ts'

/** What is looked into, how and when. */
export function WhatFields({ isNew }: { readonly isNew: boolean }) {
  const { today } = useMe()
  return (
    <>
      <Form.Item name="title" label="名称" rules={[{ required: true, message: '请写明名称' }]}>
        <Input maxLength={100} placeholder="如 优化营商环境第一次明察暗访" />
      </Form.Item>
      <Form.Item name="kind" label="方式">
        <Select options={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="plan" label="方案" rules={[{ required: true, message: '请先写明方案' }]}>
        <Input.TextArea rows={4} maxLength={4000} placeholder="查什么、怎么查、查到哪一级" />
      </Form.Item>
      <div className="twofields">
        <Form.Item name="fromDay" label="开始" rules={[{ required: true, message: '请填写日期' }]}>
          <Input type="date" min={isNew ? today : undefined} />
        </Form.Item>
        <Form.Item name="toDay" label="结束" rules={[{ required: true, message: '请填写日期' }]}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  )
}

/** Where, who looks and who is looked at, and about which documents and tasks. */
export function WhoFields({
  people,
  tasks,
}: {
  readonly people: readonly TeamPerson[]
  readonly tasks: Inspection['tasks']
}) {
  const documents = useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? []
  return (
    <>
      <Form.Item name="places" label="地点">
        <Select
          mode="tags"
          open={false}
          suffix={null}
          tokenSeparators={['、', '，', ',']}
          placeholder="如 区政务服务大厅，逐个输入"
        />
      </Form.Item>
      <Form.Item
        name="members"
        label="督查组"
        extra="有账号的成员可以当场登记发现；没有账号的，直接输入姓名"
        rules={[{ required: true, message: '请列出督查组成员' }]}
      >
        <Select
          mode="tags"
          optionFilterProp="label"
          tokenSeparators={['、', '，', ',']}
          options={people.map(({ id: value, name, title }) => ({
            value,
            label: title === null ? name : `${name}（${title}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="bodyIds" label="被督查单位">
        <UnitSelect mode="multiple" />
      </Form.Item>
      <Form.Item name="documentIds" label="有关文件">
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={documents.map(({ id: value, number, title }) => ({ value, label: number ?? title }))}
        />
      </Form.Item>
      <Form.Item name="taskIds" label="有关任务">
        <TaskSelect mode="multiple" known={tasks} />
      </Form.Item>
    </>
  )
}

/** Why again, who verifies, and when it goes up. */
export function AfterFields() {
  return (
    <>
      <Form.Item name="repeatReason" label="再次督查的理由" extra="一个月内已就同一文件督查过同一单位的，须写明">
        <Input maxLength={500} />
      </Form.Item>
      <div className="twofields">
        <Form.Item name="verifierBodyId" label="核验单位" extra="督查室总可以核验；责任单位不能核验自己">
          <UnitSelect allowClear placeholder="督查室" />
        </Form.Item>
        <Form.Item name="graceDays" label="逾期后每几个工作日上报一级">
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
      </div>
    </>
  )
}
