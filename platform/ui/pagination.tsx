import { useMessages } from './lang.tsx'
import { words } from './words.ts'

interface PaginationProps {
  /** The first page is 1. */
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** The address of a page. */
  readonly href: (page: number) => string
}

/** Which rows are shown of how many, and the way to the pages before and after. */
export function Pagination({ page, pageSize, total, href }: PaginationProps) {
  const say = useMessages(words)
  const from = (page - 1) * pageSize + 1
  const to = Math.min(total, page * pageSize)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <nav className="pages" aria-label={say('pages')}>
      <span>{total === 0 ? say('pages.none') : say('pages.range', { from, to, total })}</span>
      {pages > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a href={href(page - 1)} rel="prev">
                {say('pages.previous')}
              </a>
            </li>
          )}
          {page < pages && (
            <li>
              <a href={href(page + 1)} rel="next">
                {say('pages.next')}
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}
