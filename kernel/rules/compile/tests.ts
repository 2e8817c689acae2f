import type { Node, Test, Tests } from '../syntax/ast.ts'
import { equalValues, inRange } from '../value/compare.ts'
import { FeelRange, isList, type Value } from '../value/value.ts'
import type { Check } from './frame.ts'
import type { Setting } from './setting.ts'
import { compareBy } from './three-valued.ts'

/** A cell becomes a check of a value. Inside it, `?` is the value. */
export function compileTests({ tests, negated }: Tests, setting: Setting): Check {
  if (tests === 'any') return () => true
  const slot = setting.scope.size
  const inner: Setting = { ...setting, scope: setting.scope.with(['?']) }
  const checks = tests.map((test) => compileTest(test, inner))
  return (frame, input) => {
    frame.slots[slot] = input
    let unknown = false
    for (const check of checks) {
      const result = check(frame, input)
      if (result === true) return !negated
      if (result === null) unknown = true
    }
    return unknown ? null : negated
  }
}

function compileTest(test: Test, setting: Setting): Check {
  if (test.kind === 'compare') {
    const operand = setting.compile(test.operand, setting)
    const compare = compareBy[test.operator]
    return (frame, input) => compare(input, operand(frame))
  }
  const evaluate = setting.compile(test.node, setting)
  if (test.aboutInput) {
    return (frame) => {
      const result = evaluate(frame)
      return typeof result === 'boolean' ? result : null
    }
  }
  const literal = isConstant(test.node)
  if (test.node.kind === 'range') {
    return (frame, input) => {
      const range = evaluate(frame)
      return range === null ? null : passes(input, range)
    }
  }
  return literal
    ? (frame, input) => equalValues(input, evaluate(frame))
    : (frame, input) => passes(input, evaluate(frame))
}

function isConstant({ kind }: Node): boolean {
  return kind === 'number' || kind === 'string'
}

/** Whether a value is what a test is worth: equal to it, in its range, in its list, or in a range of its list. */
function passes(input: Value, wanted: Value): boolean | null {
  if (wanted instanceof FeelRange && !(input instanceof FeelRange)) return inRange(input, wanted)
  if (!isList(wanted)) return equalValues(input, wanted)
  if (isList(input) && equalValues(input, wanted) === true) return true
  return wanted.some((item) => {
    if (item instanceof FeelRange && inRange(input, item) === true) return true
    if (isList(item) && !isList(input)) return passes(input, item) === true
    return equalValues(input, item) === true
  })
}
