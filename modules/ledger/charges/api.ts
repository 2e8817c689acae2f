import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, id } from '../api/shapes.ts'

const post = z.string().trim().min(1, '请写明职务，例如 分管工业的副市长').max(60)
const person = z.object({ id, name: z.string(), title: z.string().nullable() })

const held = z.object({ bodyIds: z.array(id).max(300), accountIds: z.array(id).max(20) })

export const charge = z.object({
  post: z.string(),
  bodies: z.array(body),
  holders: z.array(person),
})

export const listChargesEndpoint = endpoint({
  id: 'listLedgerCharges',
  method: 'GET',
  path: '/api/ledger/charges',
  may: 'ledger.read',
  summary: '分管关系：每个职务分管哪些单位、由谁担任，以及各指标的总指挥',
  reply: z.object({
    items: z.array(charge),
    /** Bodies that nobody answers for. */
    open: z.array(body),
    /** City leaders who can hold a post. */
    people: z.array(person),
    indicators: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** The post that commands, null while nobody does. */
        commander: z.string().nullable(),
        /** Whether the office named it, or it follows from the lead body's charge. */
        named: z.boolean(),
      }),
    ),
  }),
})

/** The whole of one post: its bodies leave other posts, and what is not listed leaves this one. */
export const saveChargeEndpoint = endpoint({
  id: 'saveLedgerCharge',
  method: 'PUT',
  path: '/api/ledger/charges',
  may: 'ledger.charge',
  summary: '登记一个职务分管的单位与担任者；一个单位只由一个职务分管',
  body: held.extend({
    post,
    /** What the post had on the screen; null for a post that is new. */
    seen: held.nullable(),
  }),
  reply: z.object({ moved: z.array(z.object({ body: z.string(), from: z.string() })) }),
})

export const nameCommanderEndpoint = endpoint({
  id: 'nameLedgerCommander',
  method: 'PUT',
  path: '/api/ledger/indicators/:key/commander',
  may: 'ledger.charge',
  summary: '指定一个指标的总指挥（职务）；空则随牵头单位的分管职务',
  params: z.object({ key: z.string().max(100) }),
  body: z.object({
    post: post.nullable(),
    /** The post that had been named on the screen; null: none. */
    seen: z.string().max(60).nullable(),
  }),
  reply: z.object({}),
})
