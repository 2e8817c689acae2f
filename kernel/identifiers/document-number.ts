import { toHalfWidth } from './half-width.ts'

/** 发文字号: 聊政发〔2021〕7号 is the 7th of 2021 under the letters 聊政发. Unique by all three. */
export interface DocumentNumber {
  /** 机关代字. */
  readonly letters: string
  /** 1949 to 2199. */
  readonly year: number
  /** 1 to 9999. */
  readonly serial: number
}

/**
 * Reads a document number that is the whole text: 〔〕 and the brackets used in their place, full-width digits, blanks and
 * line breaks, 第7号 and leading zeros are accepted. Undefined where the text is something else.
 */
export function findDocumentNumber(text: string): DocumentNumber | undefined {
  const plain = toHalfWidth(text).replace(/\s/g, '')
  const match =
    /^(\p{Script=Han}[\p{Script=Han}A-Za-z]{0,19})[〔[({【〖「〈](\d{4})[〕\])}】〗」〉]第?(\d{1,6})号$/u.exec(plain)
  if (!match) return undefined
  const [letters, year, serial] = [match[1] ?? '', Number(match[2]), Number(match[3])]
  return year >= 1949 && year <= 2199 && serial >= 1 && serial <= 9999 ? { letters, year, serial } : undefined
}

/** The canonical form (GB/T 9704): year in full in 〔〕, the serial without leading zeros and without 第. */
export function writeDocumentNumber({ letters, year, serial }: DocumentNumber): string {
  return `${letters}〔${year}〕${serial}号`
}
