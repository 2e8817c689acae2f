/** What the frame of a public page needs beside the page's own view. */
export interface ShellProps {
  readonly lang: 'zh' | 'en'
  readonly city: { key: string; name: string; governmentName: string; contact: string | null }
  readonly title: string
  /** Address of the page, with what it asks for. */
  readonly path: string
  readonly demo: boolean
  /** The day to which a demonstration is being played just now. */
  readonly playing: string | null
  readonly today: string
  readonly nav: readonly { href: string; label: string; current: boolean }[]
  readonly crumbs: readonly { href?: string; label: string }[]
  readonly account: { name: string; desk: boolean } | null
  readonly cssHref: string
  readonly wide?: boolean
}
