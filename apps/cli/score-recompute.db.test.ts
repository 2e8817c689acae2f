import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { organisationsModule, resolveNames } from '@guangyue/modules/organisations'
import { systemActor } from '@guangyue/platform/access'
import { contextFor } from '@guangyue/platform/db'
import { grantsOf } from '@guangyue/platform/http'
import { createDatabase, type TestDatabase } from '@guangyue/platform/testing'
import { modules } from '@guangyue/server/modules'
import { sql } from 'kysely'
import type { Terminal } from './command.ts'
import { runCommandLine } from './run.ts'
import { withCities } from './with-cities.ts'

let folder = ''
let database: TestDatabase
const said = { out: '', err: '' }

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guangyue-cli-'))
  database = await createDatabase()
  await guangyue('admin create --city linshui --city-name 临水市 --host linshui.example')
  await issueScores()
})
after(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

function terminal(): Terminal {
  return {
    root: folder,
    cwd: folder,
    env: { DATABASE_URL: database.url, GUANGYUE_DATA: folder },
    async print(text) {
      said.out += text
    },
    warn(line) {
      said.err += line
    },
  }
}

async function guangyue(words: string) {
  Object.assign(said, { out: '', err: '' })
  const code = await runCommandLine(words.split(' '), terminal())
  return { code, ...said }
}

/** Two issued periods of one unit with the same frozen facts; in the second a line was issued that they do not give. */
async function issueScores(): Promise<void> {
  await withCities(terminal(), async (cities) => {
    const [city] = cities.all()
    assert.ok(city)
    const ctx = contextFor({ city, actor: systemActor, grants: grantsOf(modules) })
    await organisationsModule.loadPack?.(ctx, new URL('../../packs/sample/', import.meta.url))
    const found = (await resolveNames(city.db, ['市水务局'], ctx.today)).get('市水务局')
    assert.equal(found?.kind, 'body')
    const bodyId = found.bodyId
    const line = { key: 'a', title: '按时报送', kind: 'points', basis: null, officePoints: true }
    const lines = JSON.stringify([{ ...line, text: '40 * 按时签报数 / 应报数' }])
    const [schemeId, rulesId] = [ctx.newId(), ctx.newId()]
    await ctx.transact(async (tx) => {
      await sql`insert into ledger_dispatch_scheme (id, name, opens_day, due_day, remind_days, grace_days, step_days,
        from_month, supports_report) values (${schemeId}, '月调度', 1, 25, 3, 2, 2, '2021-07-01', true)`.execute(tx)
      await sql`insert into ledger_score_rules (id, number, lines, reason, decided_name, decided_on, decided_at)
        values (${rulesId}, 1, ${lines}::jsonb, '试', '何', '2021-07-01', now())`.execute(tx)
      for (const [month, points] of [
        ['2021-07', '20.00'],
        ['2021-08', '25'],
      ]) {
        const id = ctx.newId()
        await sql`insert into ledger_period (id, scheme_id, month, opened_on, due, closed_on)
          values (${id}, ${schemeId}, ${`${month}-01`}, '2021-07-01', '2021-07-25', '2021-07-26')`.execute(tx)
        await sql`insert into ledger_score_input (period_id, body_id, facts, frozen_at)
          values (${id}, ${bodyId}, '{"应报数": 2, "按时签报数": 1}', now())`.execute(tx)
        await sql`insert into ledger_score_issue (period_id, rules_id, last_fact, issued_name, issued_on, at)
          values (${id}, ${rulesId}, 0, '何', '2021-07-27', now())`.execute(tx)
        await sql`insert into ledger_score_line (period_id, body_id, line_key, points, reasons, by_name, at)
          values (${id}, ${bodyId}, 'a', ${points}::numeric, '{}', '何', now())`.execute(tx)
      }
    })
  })
}

test('guangyue score recompute: what was issued comes out again, to the last digit', async () => {
  const { code, out } = await guangyue('score recompute 2021-07')
  assert.equal(out, '2021-07 月调度：重算 1 行，不同 0 行\n  ✓ 与公布的一致\n')
  assert.equal(code, 0)
})

test('guangyue score recompute: a line that differs is named by unit and item, exit code 1', async () => {
  const { code, out } = await guangyue('score recompute 2021-08 --city linshui')
  assert.equal(out, '2021-08 月调度：重算 1 行，不同 1 行\n  ✗ 市水务局 按时报送：公布 25，重算 20\n')
  assert.equal(code, 1)
})

const refusals = [
  ['score recompute', '没有写明哪一期'],
  ['score recompute 2021-09', '临水市没有公布过“2021-09”的考评'],
  ['score recompute 2021-07 --city absent', '没有代号为 absent 的城市'],
] as const

for (const [words, sentence] of refusals) {
  test(`guangyue ${words}: one sentence, exit code 2`, async () => {
    const { code, err } = await guangyue(words)
    assert.equal(code, 2)
    assert.ok(err.startsWith(sentence), err)
  })
}
