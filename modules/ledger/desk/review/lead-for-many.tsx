import { call, ErrorNotice } from '@guangyue/platform/ui/desk'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { getMeasureEndpoint, saveDraftEndpoint } from '../../api.ts'
import { editOf, inputOf } from '../task-edit.ts'
import { UnitPicker } from '../unit-picker.tsx'

interface LeadForManyProps {
  readonly measures: readonly { readonly id: string; readonly label: string }[]
}

/** One unit as lead of all clauses that have none; each is saved by itself, so that a refusal stops only the rest. */
export function LeadForMany({ measures }: LeadForManyProps) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function give(name: string): Promise<void> {
    setError(null)
    try {
      for (const [at, { id }] of measures.entries()) {
        setDone(at)
        await giveLead(id, name)
      }
      void message.success(`已把${name}定为 ${measures.length} 条措施的牵头单位，请核对后确认`)
    } catch (refused) {
      setError(refused)
    }
    setDone(null)
    await client.invalidateQueries()
  }

  if (done !== null) {
    return (
      <span role="status">
        正在填写 {done + 1}／{measures.length}
      </span>
    )
  }
  return (
    <>
      <UnitPicker label="一并指定" kind="any" onPick={({ name }) => void give(name)} />
      <ErrorNotice error={error} />
    </>
  )
}

async function giveLead(id: string, name: string): Promise<void> {
  const { version, title, tasks, state } = await call(getMeasureEndpoint, { params: { id } })
  if (state === 'confirmed') return
  const led = tasks.map(editOf).map((task) => (task.leads.length === 0 ? { ...task, leads: [name] } : task))
  await call(saveDraftEndpoint, { params: { id }, body: { version, title, tasks: led.map(inputOf) } })
}
