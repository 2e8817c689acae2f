import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { breakDownTaskEndpoint } from '../../api.ts'
import type { LedgerBody, Task } from '../shapes.ts'
import { unitFits, useUnits } from '../unit-options.ts'
import { differsFrom, expanded, isWhole, type Part, partInput, partsFor, unitsOf } from './break-down.ts'
import { PartFields } from './part-fields.tsx'

/** Breaks a task down to units: one part each, each with its own day and figures; what is later or looser is asked for. */
export function BreakDownDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [parts, setParts] = useState<readonly Part[]>([])
  const [reason, setReason] = useState('')
  const units = useUnits()
  const act = useAct(breakDownTaskEndpoint, { onDone: onClose })
  const waiting = parts.filter((part) => differsFrom(part, task).length > 0).length
  const ready = parts.length > 0 && parts.every(isWhole) && (waiting === 0 || reason.trim() !== '')
  return (
    <Modal
      open
      width={760}
      title="分解到各单位"
      okText={parts.length === 0 ? '分解' : `分解为 ${parts.length} 项`}
      cancelText="返回"
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() =>
        act.mutate({
          params: { id: task.id },
          body: { version: task.version, parts: parts.map((part) => partInput(part, reason)) },
        })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="part-units">由哪些单位分别承担（选一组，就是组内每个单位一项）</label>
        <Select
          id="part-units"
          mode="multiple"
          style={{ width: '100%' }}
          value={parts.map(({ unit }) => unit)}
          placeholder="输入单位名称，或选“各县（市、区）人民政府”"
          showSearch={{ filterOption: (typed, option) => option !== undefined && unitFits(typed, option) }}
          options={optionsOf(unitsOf(task), units)}
          onChange={(chosen) => setParts(partsFor(expanded(chosen, units), task, parts))}
        />
        {parts.length > 1 && <CommonDay onSet={(due) => setParts(parts.map((part) => ({ ...part, due })))} />}
        {parts.map((part, at) => (
          <PartFields
            key={part.id}
            part={part}
            at={at}
            task={task}
            onChange={(changed) => setParts(parts.with(at, changed))}
          />
        ))}
        {waiting > 0 && (
          <>
            <Notice tone="warn" title={`${waiting} 项晚于或低于本任务，由督办部门批准后才交办`}>
              <p>其余各项随即交办。</p>
            </Notice>
            <label htmlFor="part-reason">原因（必填，随申请报督办部门）</label>
            <Input.TextArea
              id="part-reason"
              rows={2}
              maxLength={500}
              value={reason}
              placeholder="如“两县汛期不能施工，汛后两个月完成”"
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}

function optionsOf(suggested: readonly string[], units: readonly LedgerBody[]) {
  const isSuggested = ({ name, full }: LedgerBody) => suggested.includes(name) || suggested.includes(full)
  const all = units.filter(({ kind }) => kind === 'body')
  const groups = units.filter(({ kind, memberNames }) => kind === 'group' && memberNames.length > 0)
  const bodies = [...all.filter(isSuggested), ...all.filter((unit) => !isSuggested(unit))]
  return [
    ...groups.map(({ name, memberNames }) => ({ value: name, label: `${name}（${memberNames.length}）`, full: name })),
    ...bodies.map(({ name, full }) => ({ value: name, label: name, full })),
  ]
}

/** One day for all parts, typed once. */
function CommonDay({ onSet }: { readonly onSet: (due: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <div className="row">
      <label htmlFor="part-common-due">各项同一时限</label>
      <Input
        id="part-common-due"
        style={{ width: 200 }}
        value={typed}
        placeholder="2021-06-30 或 6月底前"
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button disabled={typed.trim() === ''} onClick={() => onSet(typed.trim())}>
        填入各项
      </Button>
    </div>
  )
}
