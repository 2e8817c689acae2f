import { createHash } from 'node:crypto'
import type { Ctx } from '@guangyue/platform/db'
import { type Download, InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { SheetUnknown } from '../errors.ts'
import { reachOf } from '../service/reach.ts'
import { readSheets } from '../sheet/read-sheets.ts'
import { findSheet, keepSheet, type StoredSheet } from '../store/sheets.ts'
import { NotAMetricSheet } from './errors.ts'
import { enterValues, mayEnter, metricsView } from './service.ts'
import { heads, readFilled } from './sheet-rows.ts'
import { listMetrics, listSeries } from './store.ts'

/** The form: every metric for which the actor may enter values, with an empty day and value. */
export async function metricTemplate(ctx: Ctx): Promise<Download> {
  ctx.require('ledger.act')
  const own = new Set((await fillable(ctx)).map(({ id }) => id))
  const rows = (await metricsView(ctx, {})).items.filter(({ id }) => own.has(id))
  return listWorkbook(ctx, {
    title: '量化指标填报表',
    rows,
    columns: [
      { head: heads.name, width: 40, cell: ({ name }) => name },
      { head: '单位', width: 10, cell: ({ unit }) => unit },
      { head: '填报单位', width: 20, cell: ({ unitBody }) => unitBody?.name ?? '督查室' },
      { head: '最新值', width: 12, cell: ({ newest }) => newest?.value ?? null },
      { head: '截至', width: 14, cell: ({ newest }) => newest?.day ?? null },
      { head: heads.day, width: 14, cell: () => null },
      { head: heads.value, width: 14, cell: () => null },
      { head: heads.id, width: 38, cell: ({ id }) => id },
    ],
  })
}

/** Reads a filled form and keeps it. Nothing is entered yet. Refuses (NotAMetricSheet) what is no form. */
export async function uploadMetricSheet(ctx: Ctx, file: UploadedFile) {
  ctx.require('ledger.act')
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const sheets = readSheets(file.bytes).filter(({ hidden, rows }) => !hidden && rows.length > 0)
  const read = await readOne(ctx, sheets)
  const id = await ctx.transact(async (tx) => {
    const kept = { id: ctx.newId(), fileName: file.name, digest, sheets, accountId: ctx.actor.accountId, at: ctx.now }
    const sheetId = await keepSheet(tx, kept)
    const reason = read.faults.length > 0 ? `${read.faults.length} 处有误，没有录入` : undefined
    await ctx.audit(tx, 'ledger.upload-values', { thing: `sheet/${sheetId}`, after: { digest }, reason })
    return sheetId
  })
  return { id, fileName: file.name, ...read }
}

/** Enters what a kept form says, all or none; what its file entered before, and what stands already, is not entered. */
export async function applyMetricSheet(ctx: Ctx, id: string): Promise<{ entered: number; known: number }> {
  ctx.require('ledger.act')
  const sheet = await findSheet(ctx.db, id)
  if (!sheet) throw new SheetUnknown()
  const { rows, known, faults } = await readOne(ctx, sheet.sheets)
  if (faults.length > 0) {
    throw new InputInvalid(faults.map(({ place, message }) => ({ field: place, message: `${place}：${message}` })))
  }
  if (rows.length === 0) return { entered: 0, known }
  const values = rows.map(({ line, metricId, day, value }) => ({
    metricId,
    day,
    value,
    ref: idOf(`${sheet.digest} ${line}`),
  }))
  const counts = await enterValues(ctx, { values, source: 'xlsx' })
  return { entered: counts.entered, known: known + counts.known }
}

async function readOne(ctx: Ctx, sheets: StoredSheet['sheets']) {
  const metrics = await fillable(ctx)
  const read = sheets
    .map((sheet) => ({ sheet, said: readFilled(sheet.rows, { metrics, today: ctx.today }) }))
    .find(({ said }) => said !== null)
  if (!read?.said) throw new NotAMetricSheet()
  const { filled, faults } = read.said
  const cut = read.sheet.cut ? [{ place: '表末', message: '行数过多，后面的没有读取，请分成几个文件' }] : []
  const series = await listSeries(ctx.db, [...new Set(filled.map(({ metricId }) => metricId))])
  const standing = new Map(series.map(({ metricId, onDay, value }) => [`${metricId} ${onDay}`, value]))
  const rows = filled.map((row) => ({
    ...row,
    name: metrics.find(({ id }) => id === row.metricId)?.name ?? '',
    unit: metrics.find(({ id }) => id === row.metricId)?.unit ?? '',
    now: standing.get(`${row.metricId} ${row.day}`) ?? null,
  }))
  const differing = rows.filter(({ now, value }) => now !== value)
  return { rows: differing, known: rows.length - differing.length, faults: [...faults, ...cut] }
}

async function fillable(ctx: Ctx) {
  const metrics = await listMetrics(ctx.db, { reach: reachOf(ctx) })
  return metrics.filter((metric) => metric.computed === null && mayEnter(ctx, metric))
}

/** The same text always gives the same id. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
