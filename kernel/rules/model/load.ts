import { rootScope as root } from '../compile/compile.ts'
import type { Evaluate, Frame } from '../compile/frame.ts'
import type { Type } from '../value/type.ts'
import type { FeelFunction } from '../value/value.ts'
import type { DecisionForm, FunctionForm, ModelFault, ModelForm, NeedForm, ServiceForm } from './forms.ts'
import { compileFunctionLogic, compileLogic, typed } from './logic.ts'
import { compileTypes, memberNames } from './types.ts'
import { typeOf, type Workshop } from './workshop.ts'

/** What an element of a model uses, and under which name it sees it. */
export interface Need {
  readonly element: string
  readonly as: string
  readonly within?: string
}

export type Element =
  | { readonly kind: 'input'; readonly type: Type }
  | {
      readonly kind: 'decision'
      readonly needs: readonly Need[]
      readonly evaluate: Evaluate
      readonly basis: string | undefined
      readonly type: Type
    }
  | {
      readonly kind: 'function'
      readonly needs: readonly Need[]
      readonly make: (frame: Frame) => FeelFunction
      readonly basis: string | undefined
    }
  | {
      readonly kind: 'service'
      readonly inputs: readonly Need[]
      readonly outputs: readonly Need[]
      readonly type: Type
    }

/** A model made ready: every expression compiled once. */
export interface Model {
  readonly name: string
  readonly elements: ReadonlyMap<string, Element>
}

/**
 * Makes a model ready. Faults name the part and the place; a part with faults is null whenever it is asked, so a pack
 * with any fault should be refused.
 */
export function loadModel(form: ModelForm): { readonly model: Model; readonly faults: readonly ModelFault[] } {
  const faults: ModelFault[] = []
  const report = (fault: ModelFault) => faults.push(fault)
  const typeForms = form.types ?? []
  const members = memberNames(typeForms)
  const types = compileTypes(typeForms, root, members, report)
  const shop = (part: string): Workshop => ({ scope: root, types, members, part, report })
  const elements = new Map<string, Element>()
  const add = (name: string, part: string, element: Element) => {
    if (elements.has(name)) report({ part, from: 0, to: 0, message: '名称重复' })
    elements.set(name, element)
  }
  for (const { name, type } of form.inputs ?? []) {
    const part = `输入“${name}”`
    add(name, part, { kind: 'input', type: typeOf(type, shop(part)) })
  }
  for (const one of form.decisions) add(one.name, `决策“${one.name}”`, compileDecision(one, shop(`决策“${one.name}”`)))
  for (const one of form.functions ?? [])
    add(one.name, `函数“${one.name}”`, compileKnowledge(one, shop(`函数“${one.name}”`)))
  for (const one of form.services ?? [])
    add(one.name, `服务“${one.name}”`, compileService(one, shop(`服务“${one.name}”`)))
  checkNeeds(elements, report)
  return { model: { name: form.name, elements }, faults }
}

function compileDecision(form: DecisionForm, shop: Workshop): Element {
  const needs = needsOf(form.needs)
  const scope = shop.scope.with(topNames(needs), 'facts')
  const own = { ...shop, scope }
  const evaluate: Evaluate = form.logic ? typed(compileLogic(form.logic, own), form.type, own) : () => null
  return { kind: 'decision', needs, evaluate, basis: form.basis, type: typeOf(form.type, shop) }
}

/** A function sees what it needs and itself. */
function compileKnowledge(form: FunctionForm, shop: Workshop): Element {
  const needs = needsOf(form.needs)
  const scope = shop.scope.with([...topNames(needs), ownName(form.name)], 'facts')
  const make = compileFunctionLogic(form.parameters, form.body, { ...shop, scope }, form.type)
  return { kind: 'function', needs, make, basis: form.basis }
}

function compileService(form: ServiceForm, shop: Workshop): Element {
  return {
    kind: 'service',
    inputs: needsOf(form.inputs),
    outputs: needsOf(form.outputs),
    type: typeOf(form.type, shop),
  }
}

/** Elements of an imported model are kept under `model|name`; inside they go by their name. */
export function ownName(element: string): string {
  return element.slice(element.lastIndexOf('|') + 1)
}

function needsOf(forms: readonly NeedForm[] = []): readonly Need[] {
  return forms.map((form) => (typeof form === 'string' ? { element: form, as: ownName(form) } : form))
}

/** The names that an element sees: what it needs, and one for each group of needs. */
export function topNames(needs: readonly Need[]): readonly string[] {
  return [...new Set(needs.map(({ as, within }) => within ?? as))]
}

function checkNeeds(elements: ReadonlyMap<string, Element>, report: (fault: ModelFault) => void): void {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      report({ part: `“${name}”`, from: 0, to: 0, message: `互相依赖，成了一圈：${[...path, name].join(' → ')}` })
      return
    }
    if (done.has(name)) return
    const element = elements.get(name)
    for (const need of element && 'needs' in element ? element.needs : []) {
      if (!elements.has(need.element)) {
        report({ part: `“${name}”`, from: 0, to: 0, message: `所需的“${need.element}”不存在` })
      }
      visit(need.element, [...path, name])
    }
    done.add(name)
  }
  for (const name of elements.keys()) visit(name, [])
}
