import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { organisationsModule } from '../organisations/index.ts'
import { gazetteModule } from './index.ts'
import { digestOf } from './model.ts'
import { getImport, receiveImport, retryImport, runImport } from './service/import.ts'
import { documentsById } from './store/documents.ts'

let place: TestCity
before(async () => {
  place = await testCity([organisationsModule, gazetteModule])
})
after(() => place.drop())

async function sources(): Promise<number> {
  const all = place
    .ctx()
    .db.selectFrom('gazette_source')
    .select(({ fn }) => fn.countAll<number>().as('count'))
  return (await all.executeTakeFirstOrThrow()).count
}

test('import: a file that cannot be read is refused with its reason, and stays refused', async () => {
  const ctx = place.ctx()
  const { id } = await receiveImport(ctx, { name: 'empty.txt', bytes: Buffer.alloc(0) })
  await runImport(ctx, id)
  await runImport(ctx, id)
  const { stage, refusal, outcome } = await getImport(ctx, id)
  assert.deepEqual([stage, refusal?.code, outcome], ['refused', 'source-empty', null])
  await assert.rejects(retryImport(ctx, id), { code: 'gazette.import-not-failed' })
})

test('import: a text that is no gazette is refused and nothing is written', async () => {
  const ctx = place.ctx()
  const before = await sources()
  const { id } = await receiveImport(ctx, {
    name: '菜谱.txt',
    bytes: Buffer.from('今天的菜谱\n番茄两个，鸡蛋三只。\n先炒蛋，再下番茄。\n'),
  })
  await runImport(ctx, id)
  const { stage, refusal } = await getImport(ctx, id)
  assert.deepEqual([stage, refusal?.code], ['refused', 'gazette.not-a-gazette'])
  assert.equal(await sources(), before)
})

test('import: a table of duties without a head is called like its file, with a fault', async () => {
  const ctx = place.ctx()
  const cells = [
    '工作任务',
    '具体要求',
    '责任科室',
    '时限要求',
    '修缮渡亭',
    '1',
    '修好东岸渡亭。',
    '办公室',
    '2022年6月底前',
  ]
  const { id } = await receiveImport(ctx, {
    name: '渡亭任务表.txt',
    bytes: Buffer.from([...cells, '种树', '2', '种植行道树。', '园林科', '持续推进'].join('\n|\n')),
  })
  await runImport(ctx, id)
  const { stage, outcome, counts, documentIds, faults } = await getImport(ctx, id)
  assert.deepEqual([stage, outcome, counts?.measures], ['drafting', 'new', 2])
  const [document] = await documentsById(ctx.db, documentIds)
  assert.deepEqual([document?.title, document?.key], ['渡亭任务表', '渡亭任务表'])
  assert.ok(faults.some(({ code }) => code === 'untitled'))
})

test('import: the year that a text does not print is said with it, and may be said later', async () => {
  const ctx = place.ctx()
  const bytes = Buffer.from('某市大事记\n3月\n2日，新渡口开渡。\n9日，古桥修缮完工。\n')
  const read = async (year?: number) => {
    const { id } = await receiveImport(ctx, { name: '大事记.txt', bytes }, year === undefined ? {} : { year })
    await runImport(ctx, id)
    const { outcome, counts, faults } = await getImport(ctx, id)
    return [outcome, counts.chronicle, faults.some(({ code }) => code === 'year-unknown')]
  }
  assert.deepEqual(await read(), ['new', 0, true])
  assert.deepEqual(await read(2022), ['corrected', 2, false])
  assert.deepEqual(await read(2022), ['same', 2, false])
})

test('import: a file that is gone from the store is said to be gone', async () => {
  const ctx = place.ctx()
  const { id } = await receiveImport(ctx, { name: 'a.txt', bytes: Buffer.from('lost') })
  await ctx.db
    .updateTable('gazette_import')
    .set({ file_digest: digestOf('never kept') })
    .where('id', '=', id)
    .execute()
  await runImport(ctx, id)
  assert.equal((await getImport(ctx, id)).refusal?.code, 'gazette.source-lost')
})
