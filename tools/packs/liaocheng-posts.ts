import { bodyKey } from './body-key.ts'
import type { PersonnelLabel, Sources } from './liaocheng-sources.ts'
import type { Basis } from './rows.ts'

const sections = { appoint: '任命', remove: '免去', lapse: '自然免除' } as const

/** Every post named in the personnel notices, once. */
export function postRows(sources: Sources): readonly object[] {
  const seen = new Map<string, object>()
  for (const act of sources.personnel) {
    const key = postKey(act, sources)
    if (seen.has(key)) continue
    seen.set(key, {
      key,
      body: keyOfBody(act.organisation, sources),
      title: act.title,
      name: act.post,
      basis: [actBasis(act)],
      effective_from: null,
      effective_to: null,
    })
  }
  return [...seen.values()]
}

/**
 * One row a person and post: held from the day of appointment up to, not including, the day of the act that ends it.
 * Null means that the issue does not say.
 */
export function tenureRows(sources: Sources): readonly object[] {
  return sources.personnel.map((act) => {
    const appointed = act.action === 'appoint'
    return {
      person: act.person,
      post: postKey(act, sources),
      act: act.action,
      document: act.doc,
      effective_from: appointed ? act.date : null,
      effective_to: appointed ? null : act.date,
      probation_months: act.probation_months,
      rank_note: act.action === 'appoint' ? act.note : null,
      basis: [actBasis(act)],
    }
  })
}

/** The part of the notice in which the act stands. */
export function actBasis(act: PersonnelLabel): Basis {
  return { document: act.doc, path: [sections[act.action]] }
}

function postKey(act: PersonnelLabel, sources: Sources): string {
  return `${keyOfBody(act.organisation, sources)}/${bodyKey(act.title)}`
}

function keyOfBody(name: string, sources: Sources): string {
  const body = sources.organisations.find((other) => other.name === name)
  if (body === undefined) throw new Error(`post in a body that the pack does not have: ${name}`)
  return bodyKey(body.short)
}
