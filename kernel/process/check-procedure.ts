import type { DayTerm, Procedure, Stage, Step } from './procedure.ts'

/**
 * What is wrong with a procedure, in Chinese, for whoever writes it; none when every case that follows it can reach a
 * decision and none can leave it. Conditions are only collected (`conditionsOf`): whoever holds the facts checks them.
 */
export function procedureFaults(procedure: Procedure): readonly string[] {
  const { terms, stages, acceptance, grounds } = procedure
  const steps = stages.flatMap((stage) => stage.steps)
  return [
    ...(terms.promised === null ? [] : promiseFaults(terms.promised, terms.statutory)),
    ...twice('阶段', stages),
    ...twice('步骤', steps),
    ...twice('材料核对', acceptance.checks),
    ...twice('中止事由', grounds),
    ...(stages.length === 0 ? ['没有任何阶段'] : []),
    ...stages.flatMap((stage, at) => stageFaults(stage, at, stages)),
  ]
}

/** All conditions of a procedure, each once. */
export function conditionsOf({ stages }: Procedure): readonly string[] {
  const all = stages.flatMap(({ when, steps }) => [when, ...steps.map((step) => step.when)])
  return [...new Set(all.filter((when) => when !== null))]
}

function stageFaults({ key, name, when, steps }: Stage, at: number, stages: readonly Stage[]): readonly string[] {
  const last = at === stages.length - 1
  const earlier = stages.slice(0, at).map((stage) => stage.key)
  const outcomes = steps.flatMap((step) => step.outcomes)
  const faults = steps.flatMap((step) => stepFaults(step, earlier))
  if (steps.length === 0) faults.push(`阶段“${name}”没有步骤`)
  if (last && !decidesAlways({ when, steps })) {
    faults.push(`最后的阶段“${name}”应当只有一个无条件的步骤，每种结果或作出决定，或退回`)
  }
  if (!last && !outcomes.some(({ leads }) => leads === 'pass')) faults.push(`阶段“${name}”的后面到不了`)
  if (key === '') faults.push('阶段没有编码')
  return faults
}

function stepFaults({ name, outcomes }: Step, earlier: readonly string[]): string[] {
  const faults = twice(`“${name}”的结果`, outcomes)
  if (outcomes.length === 0) faults.push(`步骤“${name}”没有结果`)
  for (const outcome of outcomes) {
    if (outcome.leads === 'back' && !earlier.includes(outcome.to)) {
      faults.push(`步骤“${name}”的“${outcome.name}”只能退回到前面的阶段`)
    }
  }
  return faults
}

function decidesAlways({ when, steps }: Pick<Stage, 'when' | 'steps'>): boolean {
  const [only] = steps
  if (when !== null || steps.length !== 1 || !only || only.when !== null) return false
  return only.outcomes.every(({ leads }) => leads !== 'pass') && only.outcomes.some(({ leads }) => leads === 'decide')
}

function promiseFaults(promised: DayTerm, statutory: DayTerm): readonly string[] {
  if (promised.unit === statutory.unit) return promised.n > statutory.n ? ['承诺期限长于法定期限'] : []
  if (promised.unit === 'calendar-day' && statutory.unit === 'month') {
    return promised.n > statutory.n * SHORTEST_MONTH ? ['承诺期限可能长于法定期限'] : []
  }
  return ['承诺期限与法定期限的单位不同，不能比较']
}

const SHORTEST_MONTH = 28

function twice(what: string, all: readonly { readonly key: string }[]): string[] {
  const keys = all.map(({ key }) => key)
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))].map((key) => `${what}的编码“${key}”重复`)
}
