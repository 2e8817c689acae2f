import type pg from 'pg'

// Workers mark the jobs they are at with the name of their pool. Each program holds a lock of that name on a session
// that ends with it, so that the jobs of a killed program are told from those of a slow one.

const LOCK = 7027

/** Holds the name for as long as the session lives. */
export async function holdName(session: pg.ClientBase, name: string): Promise<void> {
  await session.query(`select pg_advisory_lock(${LOCK}, hashtext($1))`, [name])
}

/** Frees the jobs that killed programs were at; the workers take them up again at once. */
export async function freeJobsOfKilled(owner: pg.Pool): Promise<void> {
  await owner.query(`
    with holder as materialized (
      select distinct locked_by from graphile_worker.jobs where locked_by is not null),
    killed as materialized (
      select locked_by from holder where pg_try_advisory_xact_lock(${LOCK}, hashtext(locked_by)))
    select graphile_worker.force_unlock_workers(array_agg(locked_by)) from killed having count(*) > 0`)
}
