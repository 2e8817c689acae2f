import { sql } from 'kysely'

/** One audit record as the line that is hashed; instants in UTC whatever the session's zone. Needs the alias `r`. */
const recordLine = sql`jsonb_build_array(r.id, r.era, r.txid, r.legal_at at time zone 'UTC', r.machine_at at time zone 'UTC',
  r.actor_kind, r.actor_id, r.body_id, r.action, r.thing, r.basis, r.before_digest, r.after_digest, r.reason)::text`

/** Hash over the lines of a set of records in one order. */
export const recordsRoot = sql`encode(sha256(convert_to(coalesce(string_agg(${recordLine}, E'\\n' order by r.txid, r.id), ''), 'UTF8')), 'hex')`
