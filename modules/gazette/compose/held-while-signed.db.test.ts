import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { organisationsModule } from '../../organisations/index.ts'
import { gazetteModule } from '../index.ts'
import { content, editor, notice, reviewed, reviewer, typed } from './compose-made.ts'
import { ManuscriptPrinted, ReviewOutdated } from './errors.ts'
import { holdManuscripts, lockManuscript, updateManuscript } from './manuscript-store.ts'
import { saveManuscript } from './manuscripts.ts'
import { signComposition } from './sign.ts'
import { insertPrintings } from './signed-store.ts'

let place: TestCity
before(async () => {
  place = await testCity([organisationsModule, gazetteModule])
})
after(() => place.drop())

test('what an issue prints is held while it is signed: who changes it meanwhile is refused, or the review is void', async () => {
  const ctx = place.ctx(editor)
  const body = notice('试政发〔2021〕41号')
  const id = await typed(ctx, body)
  const wanted = content([{ name: '市政府文件', manuscripts: [id] }])
  const first = await reviewed({ by: ctx, next: place.ctx(reviewer) }, wanted)
  // Another writes the text while the issue is being signed.
  let signing: Promise<unknown> = Promise.resolve()
  await place.city.db.transaction().execute(async (tx) => {
    await lockManuscript(tx, { id })
    signing = signComposition(ctx, first).then(
      () => 'signed',
      (error: unknown) => error,
    )
    assert.equal(await Promise.race([otherWaits(), signing]), 'waits')
    await updateManuscript(tx, { ...body, id, body: '改过的正文。', writing: { by: null, name: '', at: ctx.now } })
  })
  assert.ok((await signing) instanceof ReviewOutdated)
  // Another comes to write it while the signature is being put on record.
  let saving: Promise<unknown> = Promise.resolve()
  await place.city.db.transaction().execute(async (tx) => {
    await holdManuscripts(tx, [id])
    await insertPrintings(tx, { compositionId: first.id, manuscripts: [id] })
    saving = saveManuscript(ctx, { id, version: 2, content: body }).catch((error: unknown) => error)
    await otherWaits()
  })
  assert.ok((await saving) instanceof ManuscriptPrinted)
})

/** Resolves when a connection waits for a row that another holds. */
async function otherWaits(): Promise<'waits'> {
  for (;;) {
    const { rows } = await place.city.pool.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    if (rows[0]?.n) return 'waits'
  }
}
