import { Table } from '@guangyue/platform/ui'
import { FormDialog, useAct, useMe } from '@guangyue/platform/ui/desk'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { statedFacts, statedNumbers, stateScoreFactEndpoint, valueWord } from '../../scores/api.ts'
import { whenText } from '../moments.ts'
import type { Scores } from './shapes.ts'

/** What the ledger cannot count: stated by the office for one unit, with where it is from. */
export function StatedFacts({ scores }: { readonly scores: Scores }) {
  const { today } = useMe()
  const [open, setOpen] = useState(false)
  const { facts, units, issue } = scores
  const names = new Map(units.map(({ unit }) => [unit.id, unit.name]))
  return (
    <section className="stack" aria-labelledby="facts-head">
      <div className="row row--between">
        <h2 id="facts-head">登记的事实</h2>
        <span className="row">
          <Button href={`/desk/ledger/scores/ranks?period=${scores.period.id}`}>省评名次</Button>
          {!issue && <Button onClick={() => setOpen(true)}>登记事实</Button>}
        </span>
      </div>
      {facts.length === 0 ? (
        <p className="meta">
          {issue
            ? '公布时没有登记的事实。'
            : '示范引领、质量评价等台账算不出，由督查室登记并写明出处；各指标的名次在“省评名次”登记。'}
        </p>
      ) : (
        <Table
          caption="登记的事实"
          captionShown="heard"
          keyOf={({ id }) => id}
          rows={facts}
          columns={[
            { key: 'unit', head: '单位', names: 'row', cell: ({ bodyId }) => names.get(bodyId) ?? '' },
            { key: 'name', head: '事实', cell: ({ name, value }) => `${name}：${valueWord(value)}` },
            { key: 'source', head: '出处', cell: ({ source }) => source },
            { key: 'who', head: '登记', cell: ({ byName, at }) => `${byName}　${whenText(at, today)}` },
          ]}
        />
      )}
      {open && <FactDialog scores={scores} onClose={() => setOpen(false)} />}
    </section>
  )
}

type FactName = (typeof statedFacts)[number]

/** The others are yes or no. */
const numbers: readonly FactName[] = statedNumbers

interface Typed {
  readonly bodyId: string | undefined
  readonly name: FactName
  readonly value: string | undefined
  readonly source: string
}

function FactDialog({ scores, onClose }: { readonly scores: Scores; readonly onClose: () => void }) {
  const act = useAct(stateScoreFactEndpoint, { onDone: onClose })
  const [name, setName] = useState<FactName>('质量评价')
  const number = numbers.includes(name)
  return (
    <FormDialog<Typed>
      title="登记事实"
      okText="登记"
      initial={{ bodyId: undefined, name, value: undefined, source: '' }}
      act={act}
      onSubmit={({ bodyId = '', source, value = '' }) =>
        act.mutate({
          params: { id: scores.period.id },
          body: { bodyId, name, value: number ? Number(value) : value === 'yes', source },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="bodyId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={scores.units.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name="name" label="事实">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={statedFacts.map((one) => ({ value: one, label: one }))}
          onChange={setName}
        />
      </Form.Item>
      {number ? (
        <Form.Item
          key="number"
          name="value"
          label="数值"
          rules={[{ required: true, pattern: /^\d{1,4}(\.\d{1,2})?$/, message: '请填写数字，例如 8' }]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      ) : (
        <Form.Item key="yes-no" name="value" label="是否" rules={[{ required: true, message: '请选择是或否' }]}>
          <Select
            options={[
              { value: 'yes', label: '是' },
              { value: 'no', label: '否' },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="source"
        label="出处"
        rules={[{ required: true, whitespace: true, message: '请写明出处，例如 某号通报' }]}
        extra="再登记同一事实是更正，原来的仍有记录。"
      >
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  )
}
