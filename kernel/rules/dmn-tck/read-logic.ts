import type { ArgumentForm, EntryForm, HitPolicy, InputForm, Logic, TableForm } from '../model/forms.ts'
import { childOf, childrenOf, type Xml } from './xml.ts'
import { attribute, nameOf, textOf } from './xml-parts.ts'

/** What reading logic needs to know of the model around it. */
export interface Reader {
  readonly typeName: (text: string | undefined) => string | undefined
  /** The values a named type allows, which order the outputs of a table. */
  readonly allowedOf: (type: string | undefined) => string | undefined
}

/** The first boxed expression among some elements. */
export function logicOf(elements: readonly Xml[], reader: Reader): Logic | undefined {
  for (const element of elements) {
    const read = readers[element.name]
    if (read) return read(element, reader)
  }
  return undefined
}

const nothing: Logic = { kind: 'expression', text: 'null' }

function inside(element: Xml | undefined, reader: Reader): Logic {
  return (element && logicOf(element.children, reader)) ?? nothing
}

const readers: Readonly<Record<string, ((element: Xml, reader: Reader) => Logic) | undefined>> = {
  literalExpression: (element, reader) => ({
    kind: 'expression',
    text: textOf(element) || 'null',
    type: reader.typeName(attribute(element, 'typeRef')),
  }),
  decisionTable: readTable,
  context: (element, reader) => ({
    kind: 'context',
    entries: childrenOf(element, 'contextEntry').map((entry): EntryForm => {
      const variable = childOf(entry, 'variable')
      const logic = inside(entry, reader)
      if (!variable) return { logic }
      return { name: nameOf(variable), type: reader.typeName(attribute(variable, 'typeRef')), logic }
    }),
  }),
  invocation: (element, reader) => ({
    kind: 'invocation',
    function: inside(element, reader),
    arguments: childrenOf(element, 'binding').map(
      (binding): ArgumentForm => ({
        name: nameOf(childOf(binding, 'parameter') ?? binding),
        logic: inside(binding, reader),
      }),
    ),
  }),
  functionDefinition: (element, reader) => {
    if ((attribute(element, 'kind') ?? 'FEEL') !== 'FEEL') return nothing
    return { kind: 'function', parameters: readParameters(element, reader), body: inside(element, reader) }
  },
  relation: (element, reader) => ({
    kind: 'relation',
    columns: childrenOf(element, 'column').map(nameOf),
    rows: childrenOf(element, 'row').map((row) => row.children.map((cell) => logicOf([cell], reader) ?? nothing)),
  }),
  list: (element, reader) => ({
    kind: 'list',
    items: element.children.flatMap((item) => logicOf([item], reader) ?? []),
  }),
  conditional: (element, reader) => ({
    kind: 'conditional',
    condition: inside(childOf(element, 'if'), reader),
    consequence: inside(childOf(element, 'then'), reader),
    otherwise: inside(childOf(element, 'else'), reader),
  }),
  filter: (element, reader) => ({
    kind: 'filter',
    list: inside(childOf(element, 'in'), reader),
    condition: inside(childOf(element, 'match'), reader),
  }),
  for: (element, reader) => readLoop(element, 'for', 'return', reader),
  some: (element, reader) => readLoop(element, 'some', 'satisfies', reader),
  every: (element, reader) => readLoop(element, 'every', 'satisfies', reader),
}

function readLoop(element: Xml, kind: 'for' | 'some' | 'every', bodyName: string, reader: Reader): Logic {
  return {
    kind,
    name: attribute(element, 'iteratorVariable') ?? '',
    in: inside(childOf(element, 'in'), reader),
    body: inside(childOf(element, bodyName), reader),
  }
}

function readParameters(element: Xml, reader: Reader): readonly InputForm[] {
  return childrenOf(element, 'formalParameter').map((one) => ({
    name: nameOf(one),
    type: reader.typeName(attribute(one, 'typeRef')),
  }))
}

const policies: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'U',
  ANY: 'A',
  PRIORITY: 'P',
  FIRST: 'F',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
  COLLECT: 'C',
  'COLLECT SUM': 'C+',
  'COLLECT MIN': 'C<',
  'COLLECT MAX': 'C>',
  'COLLECT COUNT': 'C#',
}

function readTable(element: Xml, reader: Reader): TableForm {
  const policy = [attribute(element, 'hitPolicy') ?? 'UNIQUE', attribute(element, 'aggregation')]
    .filter(Boolean)
    .join(' ')
  return {
    kind: 'table',
    hitPolicy: policies[policy] ?? 'U',
    inputs: childrenOf(element, 'input').map((input) => {
      const expression = childOf(input, 'inputExpression')
      return {
        text: textOf(expression) ?? 'null',
        type: reader.typeName(attribute(expression, 'typeRef')),
        allowed: textOf(childOf(input, 'inputValues')) || undefined,
      }
    }),
    outputs: childrenOf(element, 'output').map((output) => {
      const type = reader.typeName(attribute(output, 'typeRef') ?? attribute(element, 'typeRef'))
      return {
        name: attribute(output, 'name'),
        type: reader.typeName(attribute(output, 'typeRef')),
        allowed: textOf(childOf(output, 'outputValues')) || reader.allowedOf(type),
        default: textOf(childOf(output, 'defaultOutputEntry')),
      }
    }),
    rules: childrenOf(element, 'rule').map((rule) => ({
      when: childrenOf(rule, 'inputEntry').map((cell) => textOf(cell) || '-'),
      give: childrenOf(rule, 'outputEntry').map((cell) => textOf(cell) ?? ''),
    })),
  }
}
