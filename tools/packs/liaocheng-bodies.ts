import { bodyKey } from './body-key.ts'
import { abolished, customaryNames, notes, successors } from './liaocheng-body-facts.ts'
import type { GroupFact, OrganisationFact, Sources } from './liaocheng-sources.ts'
import type { Basis } from './rows.ts'

const divisionSource: Basis = { source: '县级以上行政区划代码' }
const cityGovernment = '聊城市人民政府'
/** Kinds whose bodies answer to the city government in the ledger. */
const underTheCity = new Set(['市直部门', '事业单位', '议事机构', '县级政府', '市属开发区'])

const certainties: Readonly<Record<string, string>> = {
  'printed in full in the gazette': 'printed',
  'inferred, high': 'inferred-high',
  'inferred, medium': 'inferred-medium',
  'inferred, low': 'inferred-low',
}

/** Every body named in the issue, with each form of its name and how sure the full name is. */
export function bodyRows(sources: Sources, clauses: ReadonlyMap<string, readonly Basis[]>): readonly object[] {
  return sources.organisations.map((body) => {
    const basis = basisOf(body, clauses)
    const ends = abolished[body.short] ?? null
    return {
      key: bodyKey(body.short),
      name: body.name,
      short: body.short,
      kind: body.kind,
      level: body.level,
      division: body.division_code,
      parent: parentKey(body, sources.organisations),
      aliases: aliasRows(body, basis),
      names: [{ name: body.name, short: body.short, effective_from: null, effective_to: ends?.on ?? null }],
      successors: successors[body.short] ?? [],
      certainty: certainties[body.name_certainty] ?? 'inferred-low',
      assigned: body.assigned,
      note: notes[body.short] ?? null,
      basis: ends === null ? basis : [...basis, ends.basis],
      effective_from: null,
      effective_to: ends?.on ?? null,
    }
  })
}

/** The printed group names and who stands for them; an incomplete one must be filled by a person. */
export function groupRows(sources: Sources, clauses: ReadonlyMap<string, readonly Basis[]>): readonly object[] {
  const keyOf = new Map(sources.organisations.map((body) => [body.name, bodyKey(body.short)]))
  return sources.groups.map((group: GroupFact) => ({
    key: bodyKey(group.name),
    name: group.name,
    printed: group.printed,
    members: group.members.map((name) => keyOf.get(name) ?? missing(name)),
    complete: group.complete,
    basis: firstOf(group.printed, clauses) ?? [{ document: '聊政发〔2021〕7号', path: [] }],
    effective_from: null,
    effective_to: null,
  }))
}

function missing(name: string): never {
  throw new Error(`group member without a body: ${name}`)
}

function aliasRows(body: OrganisationFact, basis: readonly Basis[]): readonly object[] {
  const own = new Set([body.name, body.short])
  const printed = [...new Set([...body.aliases, ...body.printed])].filter((name) => !own.has(name))
  const customary = customaryNames[body.short] ?? []
  return [
    ...printed.map((name) => ({ name, basis, effective_from: null, effective_to: null })),
    ...customary.map((name) => ({ name, basis: [{ source: '通行简称' }], effective_from: null, effective_to: null })),
  ]
}

function parentKey(body: OrganisationFact, all: readonly OrganisationFact[]): string | null {
  const parent = body.parent ?? (underTheCity.has(body.kind) ? cityGovernment : null)
  if (parent === null || parent === body.name || body.level === '省') return null
  const found = all.find((other) => other.name === parent)
  return found === undefined ? null : bodyKey(found.short)
}

function basisOf(body: OrganisationFact, clauses: ReadonlyMap<string, readonly Basis[]>): readonly Basis[] {
  return firstOf([body.name, body.short, ...body.printed], clauses) ?? [divisionSource]
}

function firstOf(
  names: readonly string[],
  clauses: ReadonlyMap<string, readonly Basis[]>,
): readonly Basis[] | undefined {
  return names.map((name) => clauses.get(name)).find((basis) => basis !== undefined)
}
