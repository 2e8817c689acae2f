import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { addDays, plainDate } from '@guangyue/kernel/calendar'
import { activeActors, createDemonstrationActors, type DemonstrationActor } from '../identity/index.ts'
import { loadDemonstrationCases, playCaseDay } from './demonstration.ts'
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

  test('the same cases with the days of a play', async () => {
    const other = await testCases()
    const ctx = other.place.ctx()
    const actors: DemonstrationActor[] = JSON.parse(await readFile(new URL('demo/actors.json', pack), 'utf8'))
    const demonstration = { ...ctx, city: { ...ctx.city, demonstration: true } }
    await createDemonstrationActors(demonstration, actors, { shown: true })
    const people = new Map((await activeActors(ctx.db)).map((actor) => [actor.username, actor]))
    const lastDay = plainDate('2021-11-30')
    for (let day = addDays(lastDay, -40); day <= lastDay; day = addDays(day, 1)) {
      await other.moveTo(day)
      const as = (username: string) => {
        const actor = people.get(username)
        return actor && other.place.ctx(actor)
      }
      await playCaseDay({ today: day, lastDay, as }, pack)
    }
    const officer = await other.as('officer', approvals)
    assert.equal((await casesView(officer, { whose: 'all' })).items.length, 6)
    await other.place.drop()
  })
})
