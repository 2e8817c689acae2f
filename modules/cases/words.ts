import { dayInWords } from '@guangyue/kernel/calendar'
import type { CaseEvent, DayTerm, Outcome, Procedure, Step, StepOutcome } from '@guangyue/kernel/process'

// What events and acts of cases are called in Chinese.

const outcomes = { granted: '准予', partly: '部分准予', refused: '不予批准' } as const satisfies Record<Outcome, string>

/** As the procedure calls the decision that was taken (认定, 准予); undefined while there is none. */
export function decisionName(procedure: Procedure, events: readonly CaseEvent[]): string | undefined {
  const at = events.findIndex(({ type }) => type === 'decided')
  const decided = events[at]
  if (decided?.type !== 'decided') return undefined
  const before = events[at - 1]
  const done = before?.type === 'step-done' ? outcomeOf(procedure, before) : undefined
  return done?.name ?? outcomes[decided.outcome]
}

export function stepOf({ stages }: Procedure, key: string): Step | undefined {
  return stages.flatMap(({ steps }) => steps).find((step) => step.key === key)
}

function outcomeOf(
  procedure: Procedure,
  { step, outcome }: { readonly step: string; readonly outcome: string },
): StepOutcome | undefined {
  return stepOf(procedure, step)?.outcomes.find(({ key }) => key === outcome)
}

export function termWords({ n, unit }: DayTerm): string {
  const units = { 'working-day': '个工作日', 'calendar-day': '日', month: '个月' } as const
  return n === 0 ? '当日' : `${n}${units[unit]}`
}

/** One event: its name, and what was said. */
export function eventWords(
  procedure: Procedure,
  event: CaseEvent,
  shortOf: (unit: string) => string,
): { readonly title: string; readonly lines: readonly string[] } {
  const said = (...lines: readonly string[]) => lines.filter((line) => line.trim() !== '')
  switch (event.type) {
    case 'submitted':
      return { title: '提交申请', lines: [] }
    case 'checked': {
      const name = procedure.acceptance.checks.find(({ key }) => key === event.check)?.name ?? '材料核对'
      return { title: name, lines: event.missing.length === 0 ? ['材料齐全'] : [`缺少：${event.missing.join('；')}`] }
    }
    case 'supplement-asked':
      return { title: '一次告知补正', lines: event.missing }
    case 'supplemented':
      return { title: '补交材料', lines: event.materials }
    case 'accepted':
      return event.deemed
        ? { title: '视为受理', lines: [`逾期没有告知补正，自 ${dayInWords(event.since)} 收到材料之日起即为受理`] }
        : { title: '受理', lines: [] }
    case 'not-accepted':
      return { title: '不予受理', lines: said(`理由：${event.reasons}`, `救济途径：${event.remedy}`) }
    case 'stage-entered': {
      const stage = procedure.stages.find(({ key }) => key === event.stage)
      const steps = event.steps.flatMap((key) => stepOf(procedure, key) ?? [])
      return {
        title: `进入“${stage?.name ?? event.stage}”`,
        lines: steps.map(({ name, unit }) => `${name}：${shortOf(unit)}`),
      }
    }
    case 'step-done': {
      const name = stepOf(procedure, event.step)?.name ?? event.step
      return { title: `${name}：${outcomeOf(procedure, event)?.name ?? event.outcome}`, lines: said(event.words) }
    }
    case 'transferred':
      return { title: `转由${shortOf(event.to)}办理`, lines: said(event.reasons) }
    case 'suspended': {
      const ground = procedure.grounds.find(({ key }) => key === event.ground)
      return {
        title: '期限中止',
        lines: said(ground?.name ?? '', ground?.basis ?? '', `${dayInWords(event.noticedOn)} 告知申请人`),
      }
    }
    case 'resumed':
      return { title: '期限恢复计算', lines: [] }
    case 'extended':
      return {
        title: `期限延长${termWords(event.term)}`,
        lines: said(event.reasons, `${dayInWords(event.noticedOn)} 告知申请人`),
      }
    case 'withdrawn':
      return { title: '申请人撤回', lines: said(event.reasons) }
    case 'terminated':
      return { title: '终止办理', lines: said(event.reasons) }
    case 'decided':
      return event.tacit
        ? { title: `视为${outcomes[event.outcome]}`, lines: said(event.words) }
        : { title: '作出决定', lines: [] }
    case 'corrected':
      return { title: '更正决定文字', lines: said(event.words, `理由：${event.reasons}`) }
    case 'delivered':
      return { title: '送达', lines: said(event.how) }
    case 'rated':
      return { title: `评价 ${event.grade} 分`, lines: said(event.words) }
    case 'archived':
      return { title: '归档', lines: [] }
  }
}
