import { callFunction } from '../compile/calls.ts'
import type { Frame, Notes } from '../compile/frame.ts'
import { clockFunctions } from '../functions/temporals.ts'
import type { FeelDateTime } from '../temporal/moments.ts'
import { coerce } from '../value/conform.ts'
import { type FeelContext, FeelFunction, isContext, type Value } from '../value/value.ts'
import { type Element, type Model, type Need, topNames } from './load.ts'

/** What an evaluation may be told besides the facts. */
export interface DecideOptions {
  /** What `now()` and `today()` say; without it they are null. */
  readonly now?: FeelDateTime
}

/** Takes notes for one element of the model; called once for each that is worked out. */
export type NotesFor = (element: string) => { readonly notes: Notes; readonly done: (value: Value) => void }

/**
 * The value of a decision, a function or a service of the model for these facts. A value given for a decision itself
 * is taken instead of working it out. Null for a name that the model does not have.
 */
export function decide(model: Model, name: string, facts: FeelContext, options: DecideOptions = {}): Value {
  return new Run(model, facts, options).valueOf(name)
}

/** The value of a service for these arguments by name. */
export function callService(model: Model, name: string, facts: FeelContext, options: DecideOptions = {}): Value {
  const service = new Run(model, facts, options).valueOf(name)
  if (!(service instanceof FeelFunction)) return null
  return callFunction(
    service,
    service.parameters.map((parameter) => facts.get(parameter.name) ?? null),
  )
}

/** One evaluation: each element is worked out once. */
export class Run {
  private readonly model: Model
  private readonly facts: FeelContext
  private readonly options: DecideOptions
  private readonly notesFor: NotesFor | undefined
  private readonly known = new Map<string, Value>()

  constructor(model: Model, facts: FeelContext, options: DecideOptions, notesFor?: NotesFor) {
    this.model = model
    this.facts = facts
    this.options = options
    this.notesFor = notesFor
  }

  valueOf(name: string): Value {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const element = this.model.elements.get(name)
    if (!element) return null
    // a circle of needs, which loading reports, ends here
    this.known.set(name, null)
    const value = this.workOut(name, element)
    this.known.set(name, value)
    return value
  }

  private workOut(name: string, element: Element): Value {
    if (element.kind === 'service') return this.serviceOf(element)
    const given = this.facts.get(name)
    if (element.kind === 'input') return coerce(given ?? null, element.type)
    if (given !== undefined && element.kind === 'decision') return coerce(given, element.type)
    const taking = this.notesFor?.(name)
    if (element.basis !== undefined) taking?.notes.hit({ basis: element.basis })
    const frame = this.frameFor(element.needs, taking?.notes)
    const value = element.kind === 'decision' ? element.evaluate(frame) : knowledge(element.make, frame)
    taking?.done(value)
    return value
  }

  private frameFor(needs: readonly Need[], notes: Notes | undefined): Frame {
    const values = this.valuesOf(needs)
    const slots: Value[] = [
      ...clockFunctions(this.options.now),
      ...topNames(needs).map((name) => values.get(name) ?? null),
    ]
    return { slots, notes }
  }

  /** Values by the names under which they are seen; those of one group in a context. */
  private valuesOf(needs: readonly Need[]): FeelContext {
    const values = new Map<string, Value>()
    for (const { element, as, within } of needs) {
      const value = this.valueOf(element)
      if (within === undefined) values.set(as, value)
      else {
        const group = values.get(within)
        values.set(within, new Map([...(isContext(group) ? group : []), [as, value] as const]))
      }
    }
    return values
  }

  /** A service as a function of its inputs: the facts are its arguments only. */
  private serviceOf(element: Extract<Element, { kind: 'service' }>): FeelFunction {
    const { inputs, outputs, type } = element
    return new FeelFunction(
      inputs.map(({ as, element: name }) => {
        const input = this.model.elements.get(name)
        return input && 'type' in input ? { name: as, type: input.type } : { name: as }
      }),
      (args) => {
        const facts = new Map(inputs.map(({ element: name }, index) => [name, args[index] ?? null]))
        const run = new Run(this.model, facts, this.options, this.notesFor)
        const values = outputs.map(({ element: name, as }) => [as, run.valueOf(name)] as const)
        return coerce(values.length === 1 ? (values[0]?.[1] ?? null) : new Map(values), type)
      },
    )
  }
}

/** The function knows itself: its own slot is the last. */
function knowledge(make: (frame: Frame) => FeelFunction, frame: Frame): FeelFunction {
  const own = frame.slots.length
  const { parameters, result } = make(frame)
  const self: FeelFunction = new FeelFunction(
    parameters,
    (args) => {
      frame.slots[own] = self
      return make(frame).call(args)
    },
    result,
  )
  return self
}
