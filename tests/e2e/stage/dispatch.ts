import { randomUUID } from 'node:crypto'
import {
  confirmMeasuresEndpoint,
  getMeasureEndpoint,
  listDocumentsEndpoint,
  listTasksEndpoint,
} from '@guangyue/modules/ledger/api'
import { listDutiesEndpoint, openPeriodEndpoint, saveSchemeEndpoint } from '@guangyue/modules/ledger/dispatch/api'
import type { Page } from '@playwright/test'
import { told } from './ask.ts'
import { draftByHand } from './by-hand.ts'

const units = { lead: '市住房城乡建设局', support: '市水务局' }

/** A confirmed task of a document of its own, led by housing and supported by water. */
export async function taskToReport(page: Page, title: string): Promise<{ taskId: string; documentId: string }> {
  const basis = `${title}专题会议纪要`
  const measureId = await draftByHand(page, title, units.lead, { supports: [units.support], basis })
  const { version } = await told(page, getMeasureEndpoint, { params: { id: measureId } })
  await told(page, confirmMeasuresEndpoint, { body: { measures: [{ id: measureId, version }] } })
  const { items } = await told(page, listTasksEndpoint, { query: { text: title } })
  const documents = await told(page, listDocumentsEndpoint)
  return {
    taskId: items[0]?.id ?? '',
    documentId: documents.items.find((one) => one.title === basis)?.id ?? '',
  }
}

/** A period about that task alone is open. Comes back with the report of each unit. */
export async function periodOpen(page: Page, title: string): Promise<{ lead: string; support: string }> {
  const { documentId } = await taskToReport(page, title)
  const scheme = {
    id: randomUUID(),
    name: `${title}调度`,
    documentId,
    ...{ opensDay: 1, dueDay: 28, remindDays: 3, graceDays: 2, stepDays: 2 },
    ...{ fromMonth: '2023-04-01', toMonth: null, supportsReport: true, paused: true, version: null },
  }
  await told(page, saveSchemeEndpoint, { body: scheme })
  const opened = await told(page, openPeriodEndpoint, { body: { schemeId: scheme.id, month: '2023-04-01' } })
  const { items } = await told(page, listDutiesEndpoint, { query: { as: 'all', period: opened.id } })
  const reportOf = (role: 'lead' | 'support') => items.find((one) => one.role === role)?.id ?? ''
  return { lead: reportOf('lead'), support: reportOf('support') }
}
