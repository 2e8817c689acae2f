import { call, useCall } from '@guangyue/platform/ui/desk'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { listDocumentsEndpoint, listTasksEndpoint, listViewsEndpoint } from '../../api.ts'
import { type BoardFilter, boardHref, filterIn, withPart } from './board-filter.ts'

/** The tasks of the filter in the address, fifty at a time, with the figures by light and the saved views. */
export function useBoard() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const filter = filterIn(search)
  const pages = useInfiniteQuery({
    queryKey: [listTasksEndpoint.id, filter],
    queryFn: ({ pageParam }) =>
      call(listTasksEndpoint, { query: { ...filter, after: pageParam ?? undefined, limit: 50 } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const goTo = (next: BoardFilter) => void navigate(boardHref(next).slice('/desk'.length), { replace: true })
  return {
    filter,
    pages,
    items: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    figures: pages.data?.pages[0]?.figures ?? null,
    documents: useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? [],
    views: useCall(listViewsEndpoint).data?.items ?? [],
    narrow: (part: BoardFilter) => goTo(withPart(filter, part)),
    clear: () => goTo({}),
  }
}

export type Board = ReturnType<typeof useBoard>
