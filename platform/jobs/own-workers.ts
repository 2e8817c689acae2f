import type pg from 'pg'

// Workers mark the jobs they are at with the name of their pool. Each program holds a lock of that name on a session
// that ends with it, so that the jobs of a killed program are told from those of a slow one.

const LOCK = 7027

/** Holds the name for as long as the session lives. */
export async function holdName(session: pg.ClientBase, name: string): Promise<void> {
  await session.query(`select pg_advisory_lock(${LOCK}, hashtext($1))`, [name])
}

/**
 * Frees the jobs that killed programs were at; the workers take them up again at once. Also the queues that stay
 * locked without a job: a program taken for dead, whose job another did as well, leaves one behind.
 */
export async function freeJobsOfKilled(owner: pg.Pool): Promise<void> {
  await owner.query(`
    with holder as materialized (
      select distinct locked_by from graphile_worker.jobs where locked_by is not null),
    killed as materialized (
      select locked_by from holder where pg_try_advisory_xact_lock(${LOCK}, hashtext(locked_by)))
    select graphile_worker.force_unlock_workers(array_agg(locked_by)) from killed having count(*) > 0`)
  await owner.query(`
    update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
    where locked_at < now() - interval '10 seconds'
      and not exists (select from graphile_worker._private_jobs j where j.job_queue_id = q.id and j.locked_by is not null)`)
}
