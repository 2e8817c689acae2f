import type { BodyItem } from '@guangyue/kernel/official-document'
import type { NoticeKind } from '../notices/content.ts'

export interface NoticesView {
  readonly items: readonly {
    readonly href: string
    readonly kind: NoticeKind
    readonly title: string
    readonly number: string
    readonly issuedOn: string
  }[]
}

export interface NoticePageView {
  readonly kind: NoticeKind
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly issuedOn: string
  readonly addressees: readonly string[]
  /** Each with its address on the page. */
  readonly body: readonly BodyItem[]
  readonly signature: string
  readonly copies: readonly string[]
  readonly files: readonly { readonly href: string; readonly name: string; readonly size: number }[]
}
