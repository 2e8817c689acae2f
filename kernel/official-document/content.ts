import type { PlainDate } from '../calendar/index.ts'

/** 公文种类: the fifteen of the 2012 regulation, article 8. */
export const documentKinds = [
  ...(['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知'] as const),
  ...(['通报', '报告', '请示', '批复', '议案', '函', '纪要'] as const),
] as const

export type DocumentKind = (typeof documentKinds)[number]

/** What an official document says, before it is set. */
export interface OfficialDocument {
  readonly kind: DocumentKind
  /** 发文机关标志: names as printed, the lead first; with or without 文件. */
  readonly mark: { readonly organs: readonly string[]; readonly withWord: boolean }
  /** 紧急程度. */
  readonly urgency: '特急' | '加急' | null
  /** 发文字号, in any of the forms that are read; printed in the canonical one. */
  readonly number: string
  /** 签发人: those of an upward document, the lead's first; empty for any other. */
  readonly signers: readonly string[]
  readonly title: string
  /** Words that the title must not break, beside the names of the organs and addressees. */
  readonly titleWords: readonly string[]
  /** 主送机关. */
  readonly addressees: readonly string[]
  readonly body: readonly BodyItem[]
  readonly attachments: readonly Attachment[]
  /** 发文机关署名, the lead first. */
  readonly signature: readonly string[]
  /** 成文日期. */
  readonly date: PlainDate
  /** 附注, without its brackets. */
  readonly note: string | null
  /** 抄送机关. */
  readonly copies: readonly string[]
  /** 印发机关和印发日期. */
  readonly printing: { readonly by: string; readonly on: PlainDate } | null
  /** Never a real seal: a red ring that reads 演示. */
  readonly seal: 'none' | 'demonstration'
}

export interface Attachment {
  readonly title: string
  readonly body: readonly BodyItem[]
}

export type BodyItem =
  | { readonly kind: 'text'; readonly text: string }
  | Heading
  | { readonly kind: 'table'; readonly title: string | null; readonly table: BodyTable }

/** A numbered paragraph: 一、 at level 1, （一） at 2, 1. at 3, （1） at 4. Numbers are counted, not given. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  /** Set in the face of its level; where text follows it is closed with 。 unless it ends in a mark of its own. */
  readonly heading: string
  /** Follows in the same paragraph; may be empty. */
  readonly text: string
}

export interface BodyTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Shares of the width; equal where null. */
  readonly widths: readonly number[] | null
}

/** 上行文: goes up to a body that commands this one, and names who signed it. */
export function isUpward({ kind, signers }: Pick<OfficialDocument, 'kind' | 'signers'>): boolean {
  return kind === '请示' || kind === '报告' || (kind === '意见' && signers.length > 0)
}
