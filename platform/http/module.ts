import type { Actor, Grants } from '../access/index.ts'
import type { Ctx, DomainEvent, MigrationSource, OpenCity } from '../db/index.ts'
import type { App } from './app.ts'

export type Reaction = (ctx: Ctx, event: DomainEvent & { readonly id: string }) => Promise<void>

/** What a module gives to the programs that run it. Reactions and daily work must be safe to repeat. */
export interface CityModule {
  readonly name: string
  /** As the page of the interface calls it. */
  readonly title?: { readonly zh: string; readonly en: string }
  readonly migrations?: URL
  /** Its actions and who may do them. */
  readonly grants?: Grants
  readonly routes?: (app: App) => void
  /** Event name → what this module does when it has happened; runs as the system, after the commit. */
  readonly reactions?: Readonly<Record<string, Reaction>>
  /** What falls due: run once for each civil day of the city's legal time. */
  readonly daily?: (ctx: Ctx) => Promise<void>
  /** Loads its files of a city pack; safe to repeat. `folder` ends with a slash. */
  readonly loadPack?: (ctx: Ctx, folder: URL) => Promise<void>
  /** Marked demonstration data through the real use cases, after all packs and accounts are there. */
  readonly loadDemonstration?: (ctx: Ctx, folder: URL) => Promise<void>
  /** Entries of the public navigation, shown when they lead somewhere. */
  readonly nav?: readonly { readonly href: string; readonly zh: string; readonly en: string }[]
}

/** The grants of all modules in one table; an action declared twice is a bug. */
export function grantsOf(modules: readonly CityModule[]): Grants {
  const all: Record<string, Grants[string]> = {}
  for (const { name, grants = {} } of modules) {
    for (const [action, grant] of Object.entries(grants)) {
      if (action in all) throw new Error(`action ${action} is declared twice, again in ${name}`)
      all[action] = grant
    }
  }
  return all
}

/** The migration folders of all modules. */
export function migrationsOf(modules: readonly CityModule[]): readonly MigrationSource[] {
  return modules.flatMap(({ name, migrations }) => (migrations ? [{ module: name, folder: migrations }] : []))
}

/** Finds who a request comes from, by its session cookie; given by the identity module. */
export type ResolveActor = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  city: OpenCity,
) => Promise<Actor>
