import type { Grants } from '../access/index.ts'
import type { Cities } from '../db/index.ts'
import type { May } from './endpoint.ts'
import type { CityModule, ResolveActor } from './module.ts'
import type { ShellProps } from './shell.ts'

/** Draws a view of the pages bundle as a whole HTML document. */
export type RenderPage = (view: string, props: unknown, shell: ShellProps) => string

/** A route as it was declared, for the permission table and its test. */
export interface DeclaredRoute {
  readonly method: string
  readonly path: string
  readonly may: May
}

export interface ServerParts {
  readonly cities: Cities
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly resolveActor: ResolveActor
  readonly render: RenderPage
  readonly cssHref: string
  readonly logLevel: string
  readonly version: string
}
