import type { Ctx } from '@guangyue/platform/db'
import { type Download, InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { listWorkbook, placeOf, unguarded } from '@guangyue/platform/sheets'
import { readSheets } from '../sheet/read-sheets.ts'
import { NotARankSheet } from './errors.ts'
import { listNewestRanks, type RankedIndicator } from './rank-store.ts'
import { type RankEntry, ranksView, stateRanks } from './ranks.ts'

const heads = { name: '指标', before: '上年名次', rank: '名次', source: '出处', id: '指标编号' } as const

/** The form: every indicator with what was stated for the period, else with its rank of the last time as the one before. */
export async function rankTemplate(ctx: Ctx, periodId: string): Promise<Download> {
  const { items, period } = await ranksView(ctx, periodId)
  const last = new Map((await listNewestRanks(ctx.db)).map((rank) => [rank.key, rank]))
  return listWorkbook(ctx, {
    title: `${period.month.slice(0, 7)}省评名次`,
    rows: items,
    columns: [
      { head: heads.name, width: 24, cell: ({ name }) => name },
      { head: heads.before, width: 12, cell: ({ key, stated }) => stated?.before ?? last.get(key)?.before ?? null },
      { head: heads.rank, width: 12, cell: ({ stated }) => stated?.rank ?? null },
      { head: heads.source, width: 40, cell: ({ stated }) => stated?.source ?? null },
      { head: heads.id, width: 26, cell: ({ key }) => key },
    ],
  })
}

/** Reads a filled form and enters its rows, all or none; what is wrong is told by cell. A row without a rank is left out. */
export async function uploadRanks(
  ctx: Ctx,
  { periodId, file }: { readonly periodId: string; readonly file: UploadedFile },
): Promise<{ entered: number }> {
  const { items } = await ranksView(ctx, periodId)
  const sheets = readSheets(file.bytes).filter(({ hidden }) => !hidden)
  const read = sheets.map((sheet) => ({ sheet, said: readRanks(sheet.rows, items) })).find(({ said }) => said !== null)
  if (!read?.said) throw new NotARankSheet()
  const { entries, faults } = read.said
  const cut = read.sheet.cut ? [{ place: '表末', message: '行数过多，请只保留表头和各指标的一行' }] : []
  const wrong = [...faults, ...cut]
  if (wrong.length > 0) {
    throw new InputInvalid(wrong.map(({ place, message }) => ({ field: place, message: `${place}：${message}` })))
  }
  return stateRanks(ctx, { periodId, entries })
}

interface Fault {
  readonly place: string
  readonly message: string
}

const MOST_FAULTS = 50

/** What a filled form says; null when it has no row with the heads of one. */
function readRanks(
  rows: readonly (readonly string[])[],
  indicators: readonly Pick<RankedIndicator, 'key' | 'name'>[],
): { readonly entries: readonly RankEntry[]; readonly faults: readonly Fault[] } | null {
  const at = rows.slice(0, 10).findIndex((row) => Object.values(heads).every((head) => row.includes(head)))
  const header = rows[at]
  if (header === undefined) return null
  const known = new Map(indicators.map(({ key, name }) => [key, name]))
  const entries = new Map<string, RankEntry>()
  const faults: Fault[] = []
  for (const [line, row] of rows.entries()) {
    const cell = (head: string) => (row[header.indexOf(head)] ?? '').trim()
    if (line <= at || (cell(heads.rank) === '' && cell(heads.source) === '')) continue
    const wrong = (head: string, message: string) => {
      if (faults.length < MOST_FAULTS) faults.push({ place: placeOf(line + 1, header.indexOf(head)), message })
    }
    const key = cell(heads.id)
    const name = known.get(key)
    const [before, rank] = [placeIn(cell(heads.before)), placeIn(cell(heads.rank))]
    const source = unguarded(cell(heads.source))
    if (name === undefined) wrong(heads.id, '没有这个编号的指标，请重新下载登记表')
    else if (unguarded(cell(heads.name)) !== name) wrong(heads.name, `编号是“${name}”的，与指标名称不符`)
    else if (entries.has(key)) wrong(heads.id, `“${name}”在表中有两行`)
    else if (before === undefined) wrong(heads.before, '请填写上年名次，为 1 至 99 的整数')
    else if (rank === undefined) wrong(heads.rank, '请填写名次，为 1 至 99 的整数')
    else if (source === '' || source.length > 300) wrong(heads.source, '请写明出处，例如 某号通报，不超过 300 字')
    else entries.set(key, { key, before, rank, source })
  }
  return { entries: [...entries.values()], faults }
}

function placeIn(text: string): number | undefined {
  return /^[1-9]\d?$/.test(text) ? Number(text) : undefined
}
