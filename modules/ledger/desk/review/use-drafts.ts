import { call } from '@guangyue/platform/ui/desk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { listDraftsEndpoint } from '../../api.ts'
import type { Scope } from './use-scope.ts'

/** The drafts of a scope in the order of the text, five hundred at a time, with their counts. */
export function useDrafts({ document, issue, show }: Scope) {
  const query = { document, issue, state: show, order: 'text' as const, limit: 500 }
  const pages = useInfiniteQuery({
    queryKey: [listDraftsEndpoint.id, query],
    queryFn: ({ pageParam }) => call(listDraftsEndpoint, { query: { ...query, after: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  return {
    pages,
    items: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    counts: pages.data?.pages[0]?.counts ?? null,
  }
}
