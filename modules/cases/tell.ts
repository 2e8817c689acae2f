import { dayInWords } from '@guangyue/kernel/calendar'
import type { CaseEvent } from '@guangyue/kernel/process'
import type { Ctx, Tx } from '@guangyue/platform/db'
import type { Item } from '../catalogue/index.ts'
import { tell } from './messages.ts'
import type { Projection } from './model.ts'
import type { CaseFile } from './store.ts'
import { decisionName } from './words.ts'

interface Happened {
  readonly file: Pick<CaseFile, 'id' | 'number' | 'applicantId'>
  readonly item: Item
  readonly added: readonly CaseEvent[]
  readonly projection: Projection
}

type Said = readonly [template: Parameters<typeof tell>[2]['template'], params: Readonly<Record<string, string>>]

/** Tells the applicant what the law wants them told of, and how far their case has come. */
export async function tellOf(ctx: Ctx, tx: Tx, happened: Happened): Promise<void> {
  const { file, item, added, projection } = happened
  if (file.applicantId === null) return
  for (const [place, event] of added.entries()) {
    const said = saidOf(event, happened)
    if (!said) continue
    const [template, params] = said
    await tell(ctx, tx, {
      template,
      params: { item: item.name, number: file.number, ...params },
      href: `/cases/${file.id}`,
      onceKey: `case/${file.id}/${projection.version - added.length + place + 1}`,
      accountIds: [file.applicantId],
    })
  }
}

function saidOf(event: CaseEvent, { item, added, projection }: Happened): Said | undefined {
  const until = projection.lastDay === null ? '恢复计算后的最后一日' : dayInWords(projection.lastDay)
  switch (event.type) {
    case 'submitted':
      return ['case-submitted', { until, unit: '受理单位' }]
    case 'accepted':
      return ['case-accepted', { until, since: dayInWords(event.since) }]
    case 'supplement-asked':
      return ['case-supplement', { missing: event.missing.join('；') }]
    case 'not-accepted':
      return ['case-not-accepted', { reasons: event.reasons, remedy: event.remedy }]
    case 'suspended': {
      const ground = item.procedure.grounds.find(({ key }) => key === event.ground)?.name ?? ''
      return ['case-suspended', { on: dayInWords(event.on), ground }]
    }
    case 'resumed':
      return ['case-resumed', { until }]
    case 'extended':
      return ['case-extended', { until, reasons: event.reasons }]
    case 'decided':
      return [
        'case-decided',
        { outcome: decisionName(item.procedure, added) ?? '', words: event.words || `结果：${item.result.name}。` },
      ]
    case 'corrected':
      return ['case-corrected', { words: event.words, reasons: event.reasons }]
    case 'terminated':
      return ['case-ended', { reasons: event.reasons }]
    default:
      return undefined
  }
}
