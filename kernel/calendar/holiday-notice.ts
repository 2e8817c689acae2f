import { findPlainDate, type PlainDate } from './plain-date.ts'

/** One notice on days off and on weekend days worked in exchange, as it was published; later ones change it, none is merged. */
export interface HolidayNotice {
  /** The year whose calendar it is, or null for an amendment. Its dates may reach into the last days of the year before. */
  readonly year: number | null
  /** Document number, null where it is not known. */
  readonly number: string | null
  readonly url: string
  /** The first day on which it counts as known. */
  readonly published: PlainDate
  readonly off: readonly PlainDate[]
  readonly work: readonly PlainDate[]
  readonly cancelsOff: readonly PlainDate[]
  readonly cancelsWork: readonly PlainDate[]
}

export type HolidayNotices =
  | { readonly ok: true; readonly notices: readonly HolidayNotice[] }
  | { readonly ok: false; readonly faults: readonly string[] }

/**
 * Reads the parsed JSON of a pack's `holidays.json` (`packs/national/README.md` names the fields).
 * All notices in order of publication, or every fault in Chinese with the position of the notice.
 */
export function readHolidayNotices(data: unknown): HolidayNotices {
  const rows = isRecord(data) ? data.notices : undefined
  if (!Array.isArray(rows)) return { ok: false, faults: ['节假日数据缺少 notices 列表'] }
  const faults: string[] = []
  const notices = rows.map((row: unknown, index) =>
    readNotice(row, (what) => faults.push(`第${index + 1}条通知：${what}`)),
  )
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, notices: notices.toSorted((a, b) => (a.published < b.published ? -1 : 1)) }
}

function readNotice(row: unknown, fault: (what: string) => void): HolidayNotice {
  const fields = isRecord(row) ? row : {}
  const day = (value: unknown, name: string): PlainDate => {
    const found = typeof value === 'string' ? findPlainDate(value) : undefined
    if (found === undefined) fault(`${name} 不是存在的日期：${JSON.stringify(value)}`)
    return found ?? NO_DAY
  }
  const days = (name: string): readonly PlainDate[] => {
    const value = fields[name] ?? []
    if (Array.isArray(value)) return value.map((item) => day(item, name))
    fault(`${name} 应为日期列表`)
    return []
  }
  const { year, amends, number, url } = fields
  if (!Number.isInteger(year ?? amends)) fault('应有 year（年份）或 amends（所修改的年份）')
  if (number !== null && typeof number !== 'string') fault('number 应为文号或 null')
  return {
    year: typeof year === 'number' ? year : null,
    number: typeof number === 'string' ? number : null,
    url: typeof url === 'string' ? url : '',
    published: day(fields.published, 'published'),
    off: days('off'),
    work: days('work'),
    cancelsOff: days('cancels_off'),
    cancelsWork: days('cancels_work'),
  }
}

/** Stands in for a day that could not be read; never leaves this file, for a fault has been noted. */
const NO_DAY = '0000-01-01' as PlainDate

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
