import { activeActors, createDemonstrationActors, type DemonstrationActor } from '@guangyue/modules/identity'
import { type Body, bodiesOn } from '@guangyue/modules/organisations'
import type { Actor } from '@guangyue/platform/access'
import type { Ctx } from '@guangyue/platform/db'
import type { Draws } from './draws.ts'
import type { Habits } from './habits.ts'

export type Person = Actor & { readonly username: string }

/** A body with those who write and sign for it. */
export interface Unit {
  readonly body: Body
  readonly officer: Person
  readonly head: Person
}

export interface Cast {
  /** Bodies in which somebody writes and another signs, by id. */
  readonly units: ReadonlyMap<string, Unit>
  /** The office: who writes and issues, and who reviews and decides. */
  readonly writer: Person
  readonly reviewer: Person
  /** Verifies what the office leads itself. */
  readonly leader: Person | undefined
}

/** Invents an officer and a head for every body of the city that lacks one; those who exist stay. */
export async function hire(
  ctx: Ctx,
  { habits, draws }: { readonly habits: Habits; readonly draws: Draws },
): Promise<void> {
  const people = await activeActors(ctx.db)
  const has = (bodyId: string, role: 'officer' | 'head') =>
    people.some((one) => one.bodyId === bodyId && one.roles.includes(role))
  const { families, given, officer, head } = habits.people
  const hired = (await bodiesOn(ctx)).flatMap(({ id, key, level }): DemonstrationActor[] => {
    if (level === '省') return []
    return (['officer', 'head'] as const).flatMap((role) => {
      if (has(id, role)) return []
      const name = draws.pick(families, 'family', key, role) + draws.pick(given, 'given', key, role)
      const title = role === 'head' ? head : officer
      return [{ username: `${key}-${role}`, name, roles: [role], body: key, title }]
    })
  })
  await createDemonstrationActors(ctx, hired, { shown: false })
}

/** Who acts today. Refuses a city whose office has not two people. */
export async function castOf(ctx: Ctx): Promise<Cast> {
  const people = await activeActors(ctx.db)
  const office = people.filter(({ roles }) => roles.includes('supervision'))
  const reviewer = office.find(({ roles }) => roles.includes('head')) ?? office[1]
  const writer = office.find((one) => one !== reviewer)
  if (!writer || !reviewer) throw new TypeError('a play needs two people in the office that supervises')
  const units = (await bodiesOn(ctx)).flatMap((body): [string, Unit][] => {
    const own = people.filter(({ bodyId }) => bodyId === body.id)
    const head = own.find(({ roles }) => roles.includes('head'))
    const officer = own.find((one) => one !== head && one.roles.includes('officer'))
    return head && officer ? [[body.id, { body, officer, head }]] : []
  })
  const leader = people.find(({ roles }) => roles.includes('leader'))
  return { units: new Map(units), writer, reviewer, leader }
}
