import { Notice } from '@guangyue/platform/ui'
import { isStale, StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { useState } from 'react'
import { actOnCaseEndpoint } from '../api.ts'
import { ActFields, emptyFields, type Fields } from './act-fields.tsx'
import { actOf, effectOf, isReady } from './act-words.ts'
import type { CaseView, Offer } from './shapes.ts'

const names: Readonly<Record<Exclude<Offer['type'], 'do-step' | 'check' | 'transfer'>, string>> = {
  accept: '受理',
  'ask-supplement': '告知补正',
  'not-accept': '不予受理',
  supplement: '补交材料',
  suspend: '中止期限',
  resume: '恢复计算',
  extend: '延长期限',
  withdraw: '代为撤回',
  terminate: '终止办理',
  correct: '更正决定文字',
  deliver: '登记送达',
  archive: '归档',
}

/** What an act is called on its button. */
export function nameOf(offer: Offer): string {
  if (offer.type === 'do-step' || offer.type === 'check') return offer.name
  if (offer.type === 'transfer') return `转办“${offer.name}”`
  return names[offer.type]
}

interface ActDialogProps {
  readonly view: CaseView
  readonly offer: Offer
  readonly onClose: () => void
}

/** One act with the words it needs. A refusal is told below; who comes too late is told to look again. */
export function ActDialog({ view, offer, onClose }: ActDialogProps) {
  const act = useAct(actOnCaseEndpoint, { onDone: onClose })
  const [fields, setFields] = useState<Fields>(() => emptyFields(view, offer))
  return (
    <StepDialog
      label={nameOf(offer)}
      act={act}
      danger={offer.type === 'not-accept' || offer.type === 'terminate'}
      ready={isReady(offer, fields)}
      onSend={() =>
        act.mutate({ params: { id: view.id }, body: { version: view.version, act: actOf(view, offer, fields) } })
      }
      onClose={onClose}
    >
      <ActFields view={view} offer={offer} fields={fields} onChange={setFields} />
      <p className="meta">{effectOf(view, offer)}。</p>
      {isStale(act.error) && (
        <Notice tone="warn" title="您打开之后，这个办件已有别人办理">
          <p>请关闭后查看最新情况；刚才填写的内容仍在本窗口，可以复制。</p>
        </Notice>
      )}
    </StepDialog>
  )
}
