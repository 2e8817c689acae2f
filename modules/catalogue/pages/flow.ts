import type { Procedure } from '@guangyue/kernel/process'

/** One box of a flow chart: a step, or the beginning or end. */
export interface FlowBox {
  readonly key: string
  readonly name: string
  readonly unit: string | null
  readonly term: Procedure['terms']['statutory'] | null
  /** Only in some cases, by a condition on the facts. */
  readonly sometimes: boolean
}

/** Boxes beside each other in time stand under each other; columns follow one another. */
export interface FlowColumn {
  readonly key: string
  readonly name: string
  readonly boxes: readonly FlowBox[]
}

export interface FlowBack {
  readonly name: string
  readonly from: number
  readonly to: number
}

export interface Flow {
  readonly columns: readonly FlowColumn[]
  readonly backs: readonly FlowBack[]
}

interface Ends {
  readonly submit: string
  readonly accept: string
  readonly deliver: string
}

/** The columns of a procedure from submission to delivery. `unitName` gives a body's short name by its key. */
export function flowOf(procedure: Procedure, ends: Ends, unitName: (key: string) => string): Flow {
  const { acceptance, stages } = procedure
  const plain = { unit: null, term: null, sometimes: false }
  const checks =
    acceptance.checks.length > 0 ? acceptance.checks : [{ ...acceptance, key: 'accept', name: ends.accept }]
  const columns: FlowColumn[] = [
    { key: '/submit', name: ends.submit, boxes: [{ key: 'submit', name: ends.submit, ...plain }] },
    {
      key: '/accept',
      name: ends.accept,
      boxes: checks.map(({ key, name, unit }) => ({
        key,
        name,
        unit: unitName(unit),
        term: acceptance.within,
        sometimes: false,
      })),
    },
    ...stages.map((stage) => ({
      key: stage.key,
      name: stage.name,
      boxes: stage.steps.map(({ key, name, unit, term, when }) => ({
        key,
        name,
        unit: unitName(unit),
        term,
        sometimes: stage.when !== null || when !== null,
      })),
    })),
    { key: '/deliver', name: ends.deliver, boxes: [{ key: 'deliver', name: ends.deliver, ...plain }] },
  ]
  const place = new Map(columns.map(({ key }, at) => [key, at]))
  const backs = stages.flatMap((stage) =>
    stage.steps.flatMap(({ outcomes }) =>
      outcomes.flatMap((outcome) =>
        outcome.leads === 'back'
          ? [{ name: outcome.name, from: place.get(stage.key) ?? 0, to: place.get(outcome.to) ?? 0 }]
          : [],
      ),
    ),
  )
  return { columns, backs }
}
