import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { LegalTime } from '../clock/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Mailer } from '../mail/index.ts'
import type { Tables } from './generated/tables.ts'

/** What is known of a city without asking its schema. */
export interface City {
  /** Short ASCII key, also the label before `.localhost`. */
  readonly key: string
  readonly name: string
  readonly host: string
  readonly position: number
  readonly demonstration: boolean
  readonly facts: CityFacts
}

/** Facts from the city's pack that every page and clock needs. */
export interface CityFacts {
  readonly governmentName: string
  readonly zone: string
  readonly contact: string | null
}

/** How messages leave: a mail server if there is one, hooks to the outside or anywhere, our own public address. */
export interface Outlets {
  readonly mail: Mailer | null
  readonly hookReach: 'outside' | 'anywhere'
  readonly publicUrl: string | null
}

/** A city with its own small pool, on its own database role. */
export interface OpenCity extends City {
  readonly pool: pg.Pool
  readonly db: Kysely<Tables>
  /** Name of its schema, for the owner's few statements that reach into it. */
  readonly schema: string
  /** Where the bytes of its files are. */
  readonly files: FileStore
  /** Whether a demonstration's days are still being played. */
  isPlayed(): boolean
  /** Ways out of the house. */
  readonly outlets: Outlets
  /** Legal time now; a demonstration's stands until `moveTime`. */
  time(): LegalTime
  /** What else has to end when this city is closed. */
  onClose(end: () => Promise<void>): void
}
