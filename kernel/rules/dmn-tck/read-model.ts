import type {
  DecisionForm,
  FunctionForm,
  InputForm,
  ModelForm,
  NamedTypeForm,
  NeedForm,
  ServiceForm,
  TypeForm,
} from '../model/forms.ts'
import { findBuiltInType } from '../value/type.ts'
import { logicOf, type Reader } from './read-logic.ts'
import { childOf, childrenOf, readXml, type Xml } from './xml.ts'
import { attribute, nameOf, textOf } from './xml-parts.ts'

/** A model with the models that it imports. Elements of an imported one are called `namespace|name`. */
interface Source {
  readonly root: Xml
  readonly namespace: string
  readonly prefix: string
  /** Name of an import → namespace. */
  readonly imports: ReadonlyMap<string, string>
}

/** DMN XML → our form. The first text is the model, the others those it may import. */
export function readDmn(texts: readonly string[]): ModelForm {
  const roots = texts.map(readXml)
  const sources = reachable(roots)
  const elements = new Map(sources.flatMap((source) => elementsOf(source)))
  const context = (source: Source): Context => ({ source, elements })
  const all = <T>(read: (context: Context) => readonly T[]) => sources.flatMap((source) => read(context(source)))
  return {
    name: attribute(roots[0], 'name') ?? '',
    types: all(readTypes),
    inputs: all(readInputs),
    decisions: all(readDecisions),
    functions: all(readFunctions),
    services: all(readServices),
  }
}

interface Context {
  readonly source: Source
  /** `namespace#id` → the element and where it stands. */
  readonly elements: ReadonlyMap<string, { readonly key: string; readonly name: string; readonly namespace: string }>
}

function reachable(roots: readonly Xml[]): readonly Source[] {
  const byNamespace = new Map(roots.map((root) => [attribute(root, 'namespace') ?? '', root]))
  const sources = new Map<string, Source>()
  const visit = (namespace: string, prefix: string) => {
    const root = byNamespace.get(namespace)
    if (!root || sources.has(namespace)) return
    const imports = childrenOf(root, 'import').map(
      (one) => [attribute(one, 'name') ?? '', attribute(one, 'namespace') ?? ''] as const,
    )
    sources.set(namespace, { root, namespace, prefix, imports: new Map(imports) })
    for (const [, imported] of imports) visit(imported, `${imported}|`)
  }
  visit(attribute(roots[0], 'namespace') ?? '', '')
  return [...sources.values()]
}

const elementNames = ['inputData', 'decision', 'businessKnowledgeModel', 'decisionService']

function elementsOf({ root, namespace, prefix }: Source) {
  return root.children
    .filter(({ name }) => elementNames.includes(name))
    .map((element) => {
      const name = nameOf(element)
      return [`${namespace}#${attribute(element, 'id')}`, { key: `${prefix}${name}`, name, namespace }] as const
    })
}

function readTypes({ source }: Context): readonly NamedTypeForm[] {
  return childrenOf(source.root, 'itemDefinition').map((item) => ({
    ...typeForm(item, source),
    name: `${source.prefix}${nameOf(item)}`,
  }))
}

function typeForm(item: Xml, source: Source): TypeForm {
  const components = childrenOf(item, 'itemComponent')
  const allowed = textOf(childOf(item, 'allowedValues'))
  const constraint = textOf(childOf(item, 'typeConstraint'))
  const list = attribute(item, 'isCollection') === 'true'
  const own = functionType(item, source) ?? typeName(childOf(item, 'typeRef')?.text, source)
  const base: TypeForm =
    components.length > 0
      ? { fields: components.map((part) => ({ ...typeForm(part, source), name: nameOf(part) })) }
      : { type: own }
  // a constraint on a whole list has no form of its own and is not needed by the rules
  return { ...base, list, allowed: allowed ?? (list ? undefined : constraint) }
}

function functionType(item: Xml, source: Source): string | undefined {
  const found = childOf(item, 'functionItem')
  if (!found) return undefined
  const parameters = childrenOf(found, 'parameters').map((one) => typeName(attribute(one, 'typeRef'), source) ?? 'Any')
  return `function<${parameters.join(', ')}> -> ${typeName(attribute(found, 'outputTypeRef'), source) ?? 'Any'}`
}

function readInputs({ source }: Context): readonly InputForm[] {
  return childrenOf(source.root, 'inputData').map((input) => ({
    name: `${source.prefix}${nameOf(input)}`,
    type: variableType(input, source),
  }))
}

function readDecisions(context: Context): readonly DecisionForm[] {
  const { source } = context
  return childrenOf(source.root, 'decision').map((decision) => ({
    name: `${source.prefix}${nameOf(decision)}`,
    type: variableType(decision, source),
    needs: needsOf(decision, context),
    logic: logicOf(decision.children, readerOf(source)),
  }))
}

function readFunctions(context: Context): readonly FunctionForm[] {
  const { source } = context
  return childrenOf(source.root, 'businessKnowledgeModel').map((knowledge) => {
    const logic = childOf(knowledge, 'encapsulatedLogic')
    const outside = (attribute(logic, 'kind') ?? 'FEEL') !== 'FEEL'
    return {
      name: `${source.prefix}${nameOf(knowledge)}`,
      type: resultType(knowledge, source),
      parameters: childrenOf(logic, 'formalParameter').map((one) => ({
        name: nameOf(one),
        type: typeName(attribute(one, 'typeRef'), source),
      })),
      needs: needsOf(knowledge, context),
      body: logic && !outside ? logicOf(logic.children, readerOf(source)) : undefined,
    }
  })
}

/** The variable of a function names the type of its result, or a type of functions that states it. */
function resultType(knowledge: Xml, source: Source): string | undefined {
  const type = variableType(knowledge, source)
  const item = childrenOf(source.root, 'itemDefinition').find((one) => nameOf(one) === type)
  const made = childOf(item, 'functionItem')
  return made ? typeName(attribute(made, 'outputTypeRef'), source) : type
}

function readServices(context: Context): readonly ServiceForm[] {
  const { source } = context
  const refs = (service: Xml, name: string) => childrenOf(service, name).flatMap((ref) => needOf(ref, context))
  return childrenOf(source.root, 'decisionService').map((service) => ({
    name: `${source.prefix}${nameOf(service)}`,
    type: resultType(service, source),
    inputs: [...refs(service, 'inputData'), ...refs(service, 'inputDecision')],
    outputs: refs(service, 'outputDecision'),
  }))
}

function needsOf(element: Xml, context: Context): readonly NeedForm[] {
  return element.children
    .filter(({ name }) => name === 'informationRequirement' || name === 'knowledgeRequirement')
    .flatMap((requirement) => requirement.children.flatMap((ref) => needOf(ref, context)))
}

function needOf(ref: Xml, { source, elements }: Context): readonly NeedForm[] {
  const href = attribute(ref, 'href')
  if (href === undefined) return []
  const found = elements.get(href.startsWith('#') ? `${source.namespace}${href}` : href)
  if (!found) return []
  const { key, name, namespace } = found
  const within =
    namespace === source.namespace ? undefined : [...source.imports].find(([, ns]) => ns === namespace)?.[0]
  return [within ? { element: key, as: name, within } : { element: key, as: name }]
}

function readerOf(source: Source): Reader {
  return {
    typeName: (text) => typeName(text, source),
    allowedOf: (type) => {
      const item = childrenOf(source.root, 'itemDefinition').find((one) => nameOf(one) === type)
      return textOf(childOf(item, 'allowedValues'))
    },
  }
}

function variableType(element: Xml, source: Source): string | undefined {
  return typeName(attribute(childOf(element, 'variable'), 'typeRef'), source)
}

function typeName(text: string | undefined, source: Source): string | undefined {
  const name = text?.trim().replace(/^feel:/, '')
  if (!name) return undefined
  for (const [imported, namespace] of source.imports) {
    if (imported !== '' && name.startsWith(`${imported}.`)) return `${namespace}|${name.slice(imported.length + 1)}`
  }
  return source.prefix === '' || findBuiltInType(name) ? name : `${source.prefix}${name}`
}
