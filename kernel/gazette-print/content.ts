import type { PlainDate } from '../calendar/index.ts'

/** A document as the gazette prints it. Texts are paragraphs, one a line; rows of a table are `| a | b |`. */
export interface PrintedDocument {
  /** Heading of the contents under which it stands. */
  readonly section: string
  readonly number: string | null
  readonly title: string
  readonly issuer: string
  readonly signedOn: PlainDate
  /** 主送机关, without its colon. */
  readonly addressees: string | null
  readonly body: string
  /** What stands behind the signature: the text that a notice promulgates, or annexes. May be empty. */
  readonly annex: string
}

/** A sentence that appoints or removes, of a day. */
export interface PrintedAct {
  readonly on: PlainDate
  readonly text: string
}

/** What happened on a day or from day to day; `text` without the day. */
export interface PrintedEvent {
  readonly start: PlainDate
  readonly end: PlainDate
  readonly text: string
}

/** An issue of the gazette, before it is set. */
export interface PrintedIssue {
  /** 公报名. */
  readonly title: string
  readonly year: number
  readonly number: number
  /** 总期号, where the city counts them. */
  readonly serial: number | null
  readonly publishedOn: PlainDate
  /** The month it is about, by its first day. */
  readonly month: PlainDate
  readonly sponsor: string
  readonly publisher: string
  /** In the order of the contents; those of one section stand together. */
  readonly documents: readonly PrintedDocument[]
  readonly acts: readonly PrintedAct[]
  readonly chronicle: readonly PrintedEvent[]
  /** Said on the cover: 演示数据. */
  readonly note: string | null
}

/** What the page of the imprint proves the issue by; each line as printed, long ones broken by the layout. */
export interface Imprint {
  readonly heading: string
  readonly lines: readonly string[]
  /** A ring that reads 演示, or none. */
  readonly seal: 'none' | 'demonstration'
}

export const actsSection = '人事任免'
export const chronicleSection = '大事记'

/** 2023年第4期（总第142期）. */
export function labelOf({ year, number, serial }: Pick<PrintedIssue, 'year' | 'number' | 'serial'>): string {
  return `${year}年第${number}期${serial === null ? '' : `（总第${serial}期）`}`
}
