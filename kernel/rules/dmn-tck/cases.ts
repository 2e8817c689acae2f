import { callService, decide } from '../model/decide.ts'
import { loadModel, type Model, ownName } from '../model/load.ts'
import {
  absolute,
  compareDecimals,
  Decimal,
  findDecimal,
  multiplyDecimals,
  subtractDecimals,
} from '../number/decimal.ts'
import { findDateText, findDateTimeText, findDurationText, findTimeText } from '../temporal/moment-text.ts'
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/moments.ts'
import { equalValues, sameValue } from '../value/compare.ts'
import { writeValue } from '../value/text.ts'
import { type FeelContext, isContext, isList, type Value } from '../value/value.ts'
import { readDmn } from './read-model.ts'
import { childOf, childrenOf, readXml, type Xml } from './xml.ts'
import { attribute } from './xml-parts.ts'

/** How one test case went; what differed when it failed. */
export interface CaseResult {
  readonly name: string
  readonly passed: boolean
  readonly difference?: string
}

/** `now()` in the cases, which ask only for its kind. */
const NOW = new FeelDateTime(new FeelDate(2021, 6, 30), new FeelTime(0, { offset: 8 * 3600 }))

/** The file of the model that a text of test cases is about. */
export function modelNameOf(cases: string): string {
  return childOf(readXml(cases), 'modelName')?.text.trim() ?? ''
}

/** Runs all test cases of a file against a model (first) and the models it imports. */
export function runCases(cases: string, models: readonly string[]): readonly CaseResult[] {
  const { model } = loadModel(readDmn(models))
  return childrenOf(readXml(cases), 'testCase').map((testCase) => {
    const differences = childrenOf(testCase, 'resultNode').flatMap((node) => differenceOf(node, testCase, model))
    const name = attribute(testCase, 'id') ?? ''
    return differences.length === 0
      ? { name, passed: true }
      : { name, passed: false, difference: differences.join('; ') }
  })
}

function differenceOf(node: Xml, testCase: Xml, model: Model): readonly string[] {
  const facts = factsOf(testCase, model)
  const name = keyOf(node, model)
  const service = attribute(testCase, 'invocableName')
  const isService = attribute(testCase, 'type') === 'decisionService' && service !== undefined
  const actual = isService
    ? resultOfService(callService(model, service, argumentsOf(testCase), { now: NOW }), attribute(node, 'name') ?? '')
    : decide(model, name, facts, { now: NOW })
  const expected = readValue(childOf(node, 'expected'))
  return matches(actual, expected) ? [] : [`${attribute(node, 'name')}: ${show(actual)}, expected ${show(expected)}`]
}

/** A service with several outputs returns a context of them. */
function resultOfService(value: Value, name: string): Value {
  return isContext(value) && value.has(name) ? (value.get(name) ?? null) : value
}

function factsOf(testCase: Xml, model: Model): FeelContext {
  return new Map(childrenOf(testCase, 'inputNode').map((node) => [keyOf(node, model), readValue(node)]))
}

function argumentsOf(testCase: Xml): FeelContext {
  return new Map(childrenOf(testCase, 'inputNode').map((node) => [attribute(node, 'name') ?? '', readValue(node)]))
}

/** The element a node names: of the model itself, of the namespace it states, or the only one so called. */
function keyOf(node: Xml, { elements }: Model): string {
  const name = attribute(node, 'name') ?? ''
  const namespaced = `${attribute(node, 'namespace') ?? ''}|${name}`
  if (elements.has(namespaced)) return namespaced
  if (elements.has(name)) return name
  return [...elements.keys()].find((key) => ownName(key) === name) ?? name
}

function readValue(element: Xml | undefined): Value {
  const list = childOf(element, 'list')
  if (list && attribute(list, 'xsi:nil') !== 'true') return childrenOf(list, 'item').map(readValue)
  const components = childrenOf(element, 'component')
  if (components.length > 0) {
    return new Map(
      components.map((part) => [
        attribute(part, 'name') ?? '',
        attribute(part, 'xsi:nil') === 'true' ? null : readValue(part),
      ]),
    )
  }
  const value = childOf(element, 'value')
  if (!value || attribute(value, 'xsi:nil') === 'true') return null
  const type = (attribute(value, 'xsi:type') ?? 'xsd:string').replace(/^.*:/, '')
  return readers[type]?.(value.text.trim()) ?? value.text
}

const readers: Readonly<Record<string, ((text: string) => Value | undefined) | undefined>> = {
  decimal: findDecimal,
  double: findDecimal,
  integer: findDecimal,
  int: findDecimal,
  boolean: (text) => text === 'true',
  date: findDateText,
  time: findTimeText,
  dateTime: findDateTimeText,
  duration: findDurationText,
}

const tolerance = findDecimal('0.00000001') ?? new Decimal(1n, 8)

/** Numbers may differ by 10⁻⁸ of their size, since the cases state irrational ones with a few digits. */
function matches(actual: Value, expected: Value): boolean {
  if (isList(expected)) {
    return (
      isList(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => matches(actual[index] ?? null, item))
    )
  }
  if (isContext(expected)) {
    return (
      isContext(actual) &&
      actual.size === expected.size &&
      [...expected].every(([name, item]) => actual.has(name) && matches(actual.get(name) ?? null, item))
    )
  }
  if (actual instanceof Decimal && expected instanceof Decimal) {
    const allowed = multiplyDecimals(tolerance, absolute(expected)) ?? tolerance
    const larger = compareDecimals(allowed, tolerance) > 0 ? allowed : tolerance
    return compareDecimals(absolute(subtractDecimals(actual, expected)), larger) <= 0
  }
  return sameValue(actual, expected) || equalValues(actual, expected) === true
}

function show(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : writeValue(value)
}
