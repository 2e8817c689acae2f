import { findDocumentNumber } from '../identifiers/index.ts'
import { type BodyItem, isUpward, type OfficialDocument } from './content.ts'
import { type Refusal, type RefusalCode, refusal } from './refusal.ts'

const ADDRESSED = new Set(['请示', '报告', '批复', '函', '议案'])
const PUBLIC = new Set(['公告', '通告', '公报'])
/** Controls, line and paragraph separators, halves of a character. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

/** What is wrong with the content, all of it; empty when it can be set. */
export function checkContent(document: OfficialDocument): readonly Refusal[] {
  return [...rules(document), ...texts(document).flatMap((text) => textFault(...text))]
}

function rules(document: OfficialDocument): readonly Refusal[] {
  const { kind, mark, signers, addressees, attachments, printing } = document
  const upward = isUpward(document)
  const found: [boolean, RefusalCode, string][] = [
    [kind === '命令' || kind === '纪要', 'kind-own-format', 'kind'],
    [mark.organs.length === 0, 'mark-missing', 'mark'],
    [findDocumentNumber(document.number) === undefined, 'number-malformed', 'number'],
    [upward && signers.length === 0, 'signer-missing', 'signers'],
    [!upward && signers.length > 0, 'signer-unfitting', 'signers'],
    [!document.title.endsWith(kind), 'title-kind', 'title'],
    [ADDRESSED.has(kind) && addressees.length === 0, 'addressee-missing', 'addressees'],
    [kind === '请示' && addressees.length > 1, 'addressee-one', 'addressees'],
    [PUBLIC.has(kind) && addressees.length > 0, 'addressee-unfitting', 'addressees'],
    [document.body.length === 0, 'body-missing', 'body'],
    [document.signature.length === 0, 'signature-missing', 'signature'],
    [printing !== null && printing.on < document.date, 'printed-before-signed', 'printing'],
  ]
  return [
    ...found.flatMap(([wrong, code, where]) => (wrong ? [refusal(code, where)] : [])),
    ...attachments.flatMap(({ title }, i) =>
      /[，。、；：,.;:]$/.test(title) ? [refusal('attachment-name', `attachments ${i + 1}`)] : [],
    ),
    ...bodies(document).flatMap(([where, items]) => items.flatMap((item, i) => tableFault(item, `${where} ${i + 1}`))),
  ]
}

function bodies({ body, attachments }: OfficialDocument): readonly (readonly [string, readonly BodyItem[]])[] {
  return [['body', body], ...attachments.map((one, i) => [`attachments ${i + 1}`, one.body] as const)]
}

function tableFault(item: BodyItem, where: string): readonly Refusal[] {
  if (item.kind !== 'table') return []
  const { head, rows, widths } = item.table
  const even = head.length > 0 && rows.every((row) => row.length === head.length)
  const shared = widths === null || (widths.length === head.length && widths.every((width) => width > 0))
  return even && shared ? [] : [refusal('table-columns', where)]
}

type Text = readonly [where: string, text: string, mayBeEmpty?: boolean]

function texts(document: OfficialDocument): readonly Text[] {
  const { mark, signers, title, addressees, signature, note, copies, printing } = document
  const several = (where: string, all: readonly string[]): Text[] => all.map((text, i) => [`${where} ${i + 1}`, text])
  return [
    ...several('mark', mark.organs),
    ...several('signers', signers),
    ['title', title],
    ...several('addressees', addressees),
    ...several('signature', signature),
    ...(note === null ? [] : [['note', note] as const]),
    ...several('copies', copies),
    ...(printing === null ? [] : [['printing', printing.by] as const]),
    ...document.attachments.map((one, i): Text => [`attachments ${i + 1}`, one.title]),
    ...bodies(document).flatMap(([where, items]) => items.flatMap((item, i) => itemTexts(item, `${where} ${i + 1}`))),
  ]
}

function itemTexts(item: BodyItem, where: string): readonly Text[] {
  if (item.kind === 'text') return [[where, item.text]]
  if (item.kind === 'heading') {
    return [
      [where, item.heading, item.text !== ''],
      [where, item.text, true],
    ]
  }
  const cells = [...item.table.head, ...item.table.rows.flat()].map((text): Text => [where, text, true])
  return item.title === null ? cells : [[where, item.title], ...cells]
}

function textFault(where: string, text: string, mayBeEmpty = false): readonly Refusal[] {
  if (UNPRINTABLE.test(text)) return [refusal('text-unprintable', where)]
  return text.trim() === '' && !mayBeEmpty ? [refusal('text-empty', where)] : []
}
