import { FormDialog, StaleDialog, useAct, useCall, useMe } from '@guangyue/platform/ui/desk'
import { useState } from 'react'
import { listTeamPeopleEndpoint, saveInspectionEndpoint } from '../../inspections/api.ts'
import { AfterFields, WhatFields, WhoFields } from './plan-fields.tsx'
import type { Inspection } from './shapes.ts'

interface PlanDialogProps {
  /** The plan that is changed; a new one when left out. */
  readonly inspection?: Inspection
  readonly onClose: () => void
  readonly onDone?: (id: string) => void
}

/** The plan of an inspection: what, how, when, where, who looks and who is looked at. */
export function PlanDialog({ inspection, onClose, onDone }: PlanDialogProps) {
  const [newId] = useState(() => crypto.randomUUID())
  const { today } = useMe()
  const people = useCall(listTeamPeopleEndpoint).data?.items ?? []
  const save = useAct(saveInspectionEndpoint, {
    onDone: ({ id }) => {
      onClose()
      onDone?.(id)
    },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const id = inspection?.id ?? newId
  return (
    <>
      <FormDialog
        title={inspection ? '修改方案' : '登记督查方案'}
        initial={formOf(inspection, today)}
        act={save}
        onSubmit={({ members, repeatReason, verifierBodyId, ...form }) =>
          save.mutate({
            params: { id },
            body: {
              ...form,
              version: inspection?.version ?? null,
              verifierBodyId: verifierBodyId ?? null,
              repeatReason: repeatReason.trim() === '' ? null : repeatReason,
              members: members.map((member) => {
                const name = names.get(member)
                return name === undefined ? { name: member, accountId: null } : { name, accountId: member }
              }),
            },
          })
        }
        onClose={onClose}
      >
        <WhatFields isNew={inspection === undefined} />
        <WhoFields people={people} tasks={inspection?.tasks ?? []} />
        <AfterFields />
      </FormDialog>
      <StaleDialog
        error={save.error}
        fields={[
          { key: 'title', label: '名称' },
          { key: 'plan', label: '方案' },
          { key: 'fromDay', label: '开始' },
          { key: 'toDay', label: '结束' },
        ]}
        onSave={(chosen, current) =>
          save.mutate({
            params: { id },
            body: saveInspectionEndpoint.body.parse({ ...chosen, version: current.version }),
          })
        }
        onBack={save.reset}
      />
    </>
  )
}

function formOf(inspection: Inspection | undefined, today: string) {
  return {
    title: inspection?.title ?? '',
    kind: inspection?.kind ?? ('visit' as const),
    plan: inspection?.plan ?? '',
    fromDay: inspection?.fromDay ?? today,
    toDay: inspection?.toDay ?? today,
    places: inspection?.places ?? [],
    members: inspection?.members.map(({ name, accountId }) => accountId ?? name) ?? [],
    bodyIds: inspection?.bodies.map(({ id }) => id) ?? [],
    documentIds: inspection?.documents.map(({ id }) => id) ?? [],
    taskIds: inspection?.tasks.map(({ id }) => id) ?? [],
    repeatReason: inspection?.repeatReason ?? '',
    verifierBodyId: inspection?.verifier?.id,
    graceDays: inspection?.graceDays ?? 3,
  }
}
