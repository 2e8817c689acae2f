import { randomUUID } from 'node:crypto'
import { addByHandEndpoint } from '@guangyue/modules/ledger/api'
import type { Page } from '@playwright/test'
import { told } from './ask.ts'

interface More {
  readonly supports?: readonly string[]
  /** A document of its own, where the test does something with the whole of it. */
  readonly basis?: string
}

/** A draft that belongs to nobody but the test: one task by hand, led by that unit. Comes back with the measure's id. */
export async function draftByHand(
  page: Page,
  title: string,
  lead: string,
  { supports = [], basis: named = '市政府第 30 次常务会议纪要' }: More = {},
): Promise<string> {
  const helped = supports.map((name) => ({ name }))
  const task = { id: randomUUID(), title, leads: [{ name: lead }], supports: helped, dates: [], targets: [] }
  const basis = { kind: '会议纪要' as const, title: named }
  const { measureId } = await told(page, addByHandEndpoint, {
    body: { id: randomUUID(), basis, title, tasks: [task] },
  })
  return measureId
}

/** The review with that measure open. */
export const reviewOf = (measure: string) => `/desk/ledger/review?measure=${measure}`
