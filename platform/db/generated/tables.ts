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

export interface Body {
  id: string
  key: string
  kind: string
  level: string | null
  division: string | null
  parent_id: string | null
  position: Generated<number>
  certainty: string | null
  note: string | null
  assigned: Generated<boolean>
  effective_from: string | null
  effective_to: string | null
  version: Generated<number>
}

export interface BodyAlias {
  id: string
  body_id: string
  name: string
  folded: string
  basis: string | null
  said_by: string | null
  effective_from: string | null
  effective_to: string | null
}

export interface BodyGroup {
  id: string
  key: string
  name: string
  complete: boolean
  version: Generated<number>
}

export interface BodyGroupMember {
  group_id: string
  body_id: string
  position: Generated<number>
  effective_from: string | null
  effective_to: string | null
}

export interface BodyGroupName {
  group_id: string
  name: string
  folded: string
}

export interface BodyName {
  id: string
  body_id: string
  name: string
  short: string
  folded_name: string
  folded_short: string
  effective_from: string | null
  effective_to: string | null
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

export interface Post {
  id: string
  key: string
  body_id: string | null
  title: string
  name: string
  folded: string
}

export interface Tenure {
  id: string
  post_id: string
  person: string
  held_from: string | null
  held_until: string | null
  appointed_by: string | null
  ended_by: string | null
  end_kind: string | null
  probation_months: number | null
  probation_until: string | null
  rank_note: string | null
}

export interface Tables {
  audit_era: AuditEra
  audit_record: AuditRecord
  audit_seal: AuditSeal
  body: Body
  body_alias: BodyAlias
  body_group: BodyGroup
  body_group_member: BodyGroupMember
  body_group_name: BodyGroupName
  body_name: BodyName
  legal_time: LegalTime
  outbox_event: OutboxEvent
  post: Post
  tenure: Tenure
}
