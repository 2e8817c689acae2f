import type { Task } from '../shapes.ts'

type Party = Task['parties'][number]

export interface PartyWords {
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly groups: readonly { readonly name: string; readonly members: readonly string[] }[]
}

/** The parties of a task to read: leads, single supports, and groups with their members. */
export function partiesInWords(parties: readonly Party[]): PartyWords {
  const nameOf = ({ body, name }: Party) => body?.name ?? name
  const alone = (role: Party['role']) =>
    parties.filter((party) => party.role === role && (role === 'lead' || party.group === null)).map(nameOf)
  const grouped = Map.groupBy(
    parties.filter(({ role, group }) => role === 'support' && group !== null),
    ({ group }) => group ?? '',
  )
  return {
    leads: [...new Set(alone('lead'))],
    supports: [...new Set(alone('support'))],
    groups: [...grouped].map(([name, members]) => ({ name, members: members.map(nameOf) })),
  }
}

/** The names that a task's fields hold: a group by its printed name, once. */
export function partyNames(parties: readonly Party[], role: Party['role']): readonly string[] {
  return [...new Set(parties.filter((party) => party.role === role).map(({ name, group }) => group ?? name))]
}
