import type { Procedure } from './procedure.ts'
import { type Refusal, refuse } from './refusal.ts'

export interface Entered {
  readonly stage: string
  readonly steps: readonly string[]
}

/**
 * The first stage from `at` on that concerns this case, with those of its steps that do. Refused when a condition
 * cannot be weighed because facts are missing: a person completes them, nothing is guessed.
 */
export function enterStage(
  { stages }: Procedure,
  at: number,
  facts: { holds(condition: string): boolean | null },
): { readonly ok: true; readonly entered: Entered } | Refusal {
  const holds = (when: string | null) => (when === null ? true : facts.holds(when))
  for (const stage of stages.slice(Math.max(0, at))) {
    const concerned = holds(stage.when)
    if (concerned === null) return openCondition(stage.name)
    if (!concerned) continue
    const weighed = stage.steps.map((step) => ({ step, holds: holds(step.when) }))
    const unclear = weighed.find((one) => one.holds === null)
    if (unclear) return openCondition(unclear.step.name)
    const steps = weighed.flatMap((one) => (one.holds ? [one.step.key] : []))
    if (steps.length > 0) return { ok: true, entered: { stage: stage.key, steps } }
  }
  return refuse('no-stage-left', '流程没有下一步，请联系事项管理员')
}

function openCondition(name: string): Refusal {
  return refuse('condition-open', `是否需要“${name}”还缺少事实，请先补齐`)
}
