import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '@guangyue/platform/access'
import { type Ctx, newId } from '@guangyue/platform/db'
import { oneConnection, type TestCity, testCity } from '@guangyue/platform/testing'
import { catalogueModule } from '../catalogue/index.ts'
import { gazetteModule } from '../gazette/index.ts'
import { createAccount, identityModule } from '../identity/index.ts'
import { licencesModule } from '../licences/index.ts'
import { bodiesOn, organisationsModule } from '../organisations/index.ts'
import { casesModule } from './index.ts'
import type { Party } from './model.ts'
import { submitCase } from './submit.ts'

/** A city for tests with the real bodies and items, and people to act. */
export interface TestCases {
  readonly place: TestCity
  /** Somebody with an account; of a body by its key, where the role has one. */
  as(role: Role, body?: string): Promise<Ctx>
  /** An application for a food business handed in by a citizen. */
  apply(who: Ctx, id?: string): Promise<{ id: string; number: string }>
  /** The city's legal time, at nine in the morning. */
  moveTo(day: string): Promise<void>
}

export const approvals = 'shi-xing-zheng-shen-pi-ju'
export const market = 'shi-shi-chang-jian-guan-ju'
export const labour = 'shi-ren-li-zi-yuan-she-hui-bao-zhang-ju'

const pack = new URL('../../packs/liaocheng-2021/', import.meta.url)
const ledgerAction = { name: 'ledger-action', grants: { 'ledger.read': { supervision: 'city' } } } as const

export async function testCases(): Promise<TestCases> {
  const place = await testCity([
    organisationsModule,
    identityModule,
    gazetteModule,
    ledgerAction,
    catalogueModule,
    licencesModule,
    casesModule,
  ])
  const system = place.ctx()
  await organisationsModule.loadPack?.(system, pack)
  await catalogueModule.loadPack?.(system, pack)
  const bodies = new Map((await bodiesOn(system)).map(({ key, id }) => [key, id]))
  return {
    place,
    async as(role, body) {
      const bodyId = body === undefined ? null : (bodies.get(body) ?? null)
      const name = `${body ?? ''}${role}`
      const username = `u${randomUUID().slice(0, 12)}`
      const password = '一二三四五六七八九十'
      const form = { username, name, password, bodyId, title: null, email: null, roles: [role] }
      const accountId = await createAccount(place.ctx(), form)
      const own = bodyId === null ? [] : [bodyId]
      const actor: Actor = { kind: 'account', accountId, name, bodyId, bodies: own, roles: [role] }
      // made anew for each use, so that it follows the city's time
      return new Proxy({} as Ctx, {
        get: (_, key) => Reflect.get(oneConnection(place.ctx(actor)), key),
      })
    },
    apply: (who, id = newId()) =>
      submitCase(who, { id, itemCode: 'food-business', party: firm, answers: foodAnswers() }),
    async moveTo(day) {
      await place.cities.moveTime('test', `${day}T01:00:00.000Z`)
    },
  }
}

export const firm: Party = { kind: 'firm', name: '聊城湖畔面馆', code: '91350100M000100Y43', phone: '13800138000' }

/** A form of a food business that is right, as a page sends it; each call a new one, to be changed. */
export function foodAnswers() {
  return {
    主体: [{ 企业名称: '聊城湖畔面馆', 统一社会信用代码: firm.code, 已取得营业执照: true, 主体业态: '餐饮服务' }],
    场所: [{ 经营地址: '东昌府区兴华西路12号', 经营面积: '86', 是否网络经营: false }],
    从业人员: [{ 姓名: '林小满', 身份证号: '11010519491231002X', 岗位: '厨师' }],
    经办人: [{ 经办人姓名: '林小满', 经办人身份证号: '11010519491231002X', 经办人电话: '13800138000' }],
  }
}
