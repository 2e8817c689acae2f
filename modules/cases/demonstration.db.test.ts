import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { createDemonstrationActors, type DemonstrationActor } from '../identity/index.ts'
import { loadDemonstrationCases } from './demonstration.ts'
import { casesView } from './lists.ts'
import { approvals, type TestCases, testCases } from './test-cases.ts'

const pack = new URL('../../packs/liaocheng-2021/', import.meta.url)

describe('demonstration of cases', () => {
  let town: TestCases

  before(async () => {
    town = await testCases()
    const actors: DemonstrationActor[] = JSON.parse(await readFile(new URL('demo/actors.json', pack), 'utf8'))
    const ctx = town.place.ctx()
    const demonstration = { ...ctx, city: { ...ctx.city, demonstration: true } }
    await createDemonstrationActors(demonstration, actors, { shown: true })
  })
  after(() => town.place.drop())

  test('cases in several stages by the real use cases, once', async () => {
    await loadDemonstrationCases(town.place.ctx(), pack)
    await loadDemonstrationCases(town.place.ctx(), pack)
    const officer = await town.as('officer', approvals)
    const { items } = await casesView(officer, { whose: 'all' })
    assert.deepEqual(
      items.map(({ party, stage, light }) => [party, stage, light]),
      [
        ['聊城运河边餐饮店', '待受理', 'on-time'],
        ['东昌晨光早餐店', '等申请人补正', 'none'],
        ['湖西农家菜馆', '审查', 'suspended'],
        ['水城里小吃店', '审查', 'on-time'],
        ['古城茶点铺', '已作决定', 'done'],
        ['鲁西食品销售部', '决定', 'overdue'],
      ],
    )
  })
})
