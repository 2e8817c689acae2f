// Written by `npm run schema` from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
export type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

export interface AuditEra {
  era: number
  began_at: Generated<string>
}

export interface AuditRecord {
  id: GeneratedAlways<number>
  era: number
  txid: Generated<number>
  legal_at: string
  machine_at: Generated<string>
  actor_kind: string
  actor_id: string | null
  body_id: string | null
  action: string
  thing: string
  basis: string | null
  before_digest: string | null
  after_digest: string | null
  reason: string | null
}

export interface AuditSeal {
  id: number
  era: number
  through_txid: number
  records: number
  root: string
  previous_seal: string
  seal: string
  sealed_at: Generated<string>
}

export interface LegalTime {
  id: Generated<number>
  stands_at: string
}

export interface OutboxEvent {
  id: string
  name: string
  payload: Json
  written_at: Generated<string>
  dispatched_at: string | null
}

export interface Tables {
  audit_era: AuditEra
  audit_record: AuditRecord
  audit_seal: AuditSeal
  legal_time: LegalTime
  outbox_event: OutboxEvent
}
