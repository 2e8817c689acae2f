import { Icon } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'

interface ExportLinkProps {
  /** Where the spreadsheet is: `downloadHref` of its endpoint. */
  readonly href: string
  readonly children?: ReactNode
}

/** Takes what a screen lists out as a spreadsheet. */
export function ExportLink({ href, children = '导出' }: ExportLinkProps) {
  return (
    <a className="btn btn--sm" download href={href}>
      <Icon name="i-down" />
      {children}
    </a>
  )
}
