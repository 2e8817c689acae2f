import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { ledgerFaults } from '@guangyue/modules/ledger'
import { sealAudit, verifyAudit } from '@guangyue/platform/audit'
import { type Cities, type Db, findPlay, type OpenCity, openCities } from '@guangyue/platform/db'
import { diskFiles } from '@guangyue/platform/files'
import { grantsOf, migrationsOf } from '@guangyue/platform/http'
import { createDatabase, type TestDatabase } from '@guangyue/platform/testing'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { modules } from '../modules.ts'
import { demonstratedPacks, loadDemonstration, loadPack } from './load.ts'
import { plants } from './planted-faults.ts'
import { daysAfter, PlayStopped, playDay } from './play-day.ts'
import { resetDemonstration } from './reset.ts'

const KEY = 'liaocheng'
const SCALE = 0.03
const KILLED_ON = '2021-08-24'

describe('the play of a small year', () => {
  let database: TestDatabase
  let folder: string
  let cities: Cities
  const grants = grantsOf(modules)
  const parts = { modules, grants, demonstration: { play: 'year', scale: SCALE }, say: () => undefined } as const

  const open = () =>
    openCities(database.url, {
      sources: migrationsOf(modules),
      files: (key) => diskFiles(join(folder, key)),
      outlets: { mail: null, hookReach: 'outside', publicUrl: null },
    })
  const cityOf = (all: Cities): OpenCity => {
    const city = all.byKey(KEY)
    assert.ok(city)
    return city
  }

  /** Plays what is left; with `killOn` the program ends in the middle of that day. */
  async function playOn(each: (city: OpenCity) => Promise<void>, killOn?: string): Promise<void> {
    const city = cityOf(cities)
    const { habits, folder: packFolder } = (await demonstratedPacks()).find(({ pack }) => pack.key === KEY) ?? {}
    const play = await findPlay(city)
    assert.ok(habits && packFolder && play)
    let acts = 0
    for (const day of daysAfter(play.playedTo, play.firstDay, play.lastDay)) {
      const stopped = () => {
        if (day === killOn) acts += 1
        return acts > 20
      }
      await playDay({ cities, city, modules, grants, habits, folder: packFolder, scale: SCALE, stopped }, day)
      await each(city)
    }
  }

  async function holds(city: OpenCity): Promise<void> {
    const { today } = city.time()
    assert.deepEqual(await ledgerFaults(city.db, { today, zone: city.facts.zone }), [], today)
  }

  before(async () => {
    database = await createDatabase()
    folder = await mkdtemp(join(tmpdir(), 'guangyue-test-play-'))
    cities = await open()
    await loadDemonstration(cities, parts)
  })
  after(async () => {
    await cities.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  let figures: unknown

  test('every rule holds after each day, also when the program is killed in the middle of one', async () => {
    await assert.rejects(playOn(holds, KILLED_ON), PlayStopped)
    assert.equal((await findPlay(cityOf(cities)))?.playedTo, '2021-08-23')
    await cities.close()
    cities = await open()
    assert.equal(cityOf(cities).isPlayed(), true)
    await playOn(holds)
    assert.deepEqual(await findPlay(cityOf(cities)).then((play) => play?.playedTo), '2021-11-30')
    figures = await figuresOf(cityOf(cities).db)
    await sealAudit(cityOf(cities))
    assert.deepEqual((await verifyAudit(cityOf(cities).db)).faults, [])
  })

  test('the year has everything in it', async () => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from ledger_period) as periods,
      (select count(*)::int from ledger_task where parent_id is not null) as parts,
      (select count(*)::int from ledger_report where state = 'accepted') as accepted,
      (select count(*)::int from ledger_report where state = 'merged') as merged,
      (select count(*)::int from ledger_report where signed_on is null and state <> 'waived') as missing,
      (select count(*)::int from ledger_report_event where step = 'return') as returned,
      (select count(*)::int from ledger_escalation where level > 0) as escalated,
      (select count(*)::int from ledger_task where state = 'closed') as closed,
      (select count(*)::int from ledger_task where original_due is not null) as extended,
      (select count(*)::int from ledger_problem where state = 'solved') as solved,
      (select count(*)::int from ledger_finding where state = 'closed') as mended,
      (select count(*)::int from ledger_notice where state = 'issued') as notices,
      (select count(*)::int from ledger_metric_point) as points,
      (select count(*)::int from ledger_score_issue) as scored,
      (select count(*)::int from case_file where closed) as decisions,
      (select count(*)::int from case_file where not closed) as cases,
      (select count(*)::int from ledger_score_objection where state <> 'open') as decided`.execute(cityOf(cities).db)
    const [counts] = rows
    assert.ok(counts)
    assert.equal(counts.periods, 6)
    assert.deepEqual(
      Object.entries(counts).filter(([, count]) => count === 0),
      [],
    )
  })

  for (const { name, rule, plant } of plants) {
    test(`a planted fault is found: ${name}`, async () => {
      const city = cityOf(cities)
      const owner: Db = new Kysely({ dialect: new PostgresDialect({ pool: cities.owner }) })
      const undone = new Error('undone')
      const found = Promise.withResolvers<readonly string[]>()
      const planting = owner.transaction().execute(async (tx) => {
        await sql`set local search_path to ${sql.id(city.schema)}`.execute(tx)
        for (const statement of plant) await sql.raw(statement).execute(tx)
        const { today } = city.time()
        const faults = await ledgerFaults(tx, { today, zone: city.facts.zone })
        found.resolve(faults.map((fault) => fault.rule))
        throw undone
      })
      await assert.rejects(planting, undone)
      assert.deepEqual(await found.promise, [rule])
    })
  }

  test('an altered audit record is found', async () => {
    const city = cityOf(cities)
    const alter = (add: number) =>
      cities.owner.query(
        `update ${city.schema}.audit_record set legal_at = legal_at + make_interval(days => ${add}) where id = 100`,
      )
    await alter(1)
    assert.notDeepEqual((await verifyAudit(city.db)).faults, [])
    await alter(-1)
  })

  test('reset brings it back to its first day, and the same seed plays the same year', async () => {
    const one = (await demonstratedPacks()).find(({ pack }) => pack.key === KEY)
    assert.ok(one)
    await resetDemonstration(cityOf(cities), { cities, embedded: true })
    assert.deepEqual(await cities.unloaded(), [KEY])
    await loadPack(cities, one, parts)
    assert.equal(cityOf(cities).time().today, '2021-06-18')
    await playOn(async () => undefined)
    assert.deepEqual(await figuresOf(cityOf(cities).db), figures)
  })
})

/** What a play comes to, without what a program makes up anew each time. */
async function figuresOf(db: Db): Promise<unknown> {
  const { rows } = await sql`select
    (select json_agg(x order by x) from (select t.title || t.state || coalesce(t.due::text, '') as x from ledger_task t) t) as tasks,
    (select json_agg(x order by x) from (select concat_ws(' ', t.title, b.key, p.month, r.state, r.progress, r.percent,
        r.signed_on, r.problems) as x from ledger_report r join ledger_task t on t.id = r.task_id
        join ledger_period p on p.id = r.period_id join body b on b.id = r.body_id) r) as reports,
    (select json_agg(x order by x) from (select concat_ws(' ', p.month, b.key, l.line_key, l.points) as x
        from ledger_score_line l join ledger_period p on p.id = l.period_id join body b on b.id = l.body_id) s) as scores,
    (select json_agg(x order by x) from (select concat_ws(' ', text, due, state) as x from ledger_finding) f) as findings,
    (select json_agg(x order by x) from (select concat_ws(' ', kind, serial, issued_on) as x from ledger_notice) n) as notices,
    (select count(*)::int from ledger_task_event) as steps, (select count(*)::int from audit_record) as records`.execute(
    db,
  )
  return rows[0]
}
