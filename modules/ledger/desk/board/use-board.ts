import { call, useCall } from '@guangyue/platform/ui/desk'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { listDocumentsEndpoint, listTasksEndpoint, listViewsEndpoint } from '../../api.ts'
import {
  type BoardFilter,
  boardHref,
  filterIn,
  type Grouping,
  type TaskFilter,
  tasksOf,
  wayOf,
  withPart,
} from './board-filter.ts'

/** What the address asks for, its figures by light, and the views that were kept. */
export function useBoard() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const filter = filterIn(search)
  const pages = useTasks(tasksOf(filter))
  const goTo = (next: BoardFilter) => void navigate(boardHref(next).slice('/desk'.length), { replace: true })
  return {
    filter,
    pages,
    figures: pages.data?.pages[0]?.figures ?? null,
    documents: useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? [],
    views: useCall(listViewsEndpoint).data?.items ?? [],
    narrow: (part: BoardFilter) => goTo(withPart(filter, part)),
    clear: () => goTo(wayOf(filter)),
  }
}

export type Board = ReturnType<typeof useBoard>

/** The tasks of a filter, or of one group of it, fifty at a time. */
export function useTasks(filter: TaskFilter, group?: { readonly by: Grouping; readonly key: string }) {
  return useInfiniteQuery({
    queryKey: [listTasksEndpoint.id, filter, group ?? null],
    queryFn: ({ pageParam }) =>
      call(listTasksEndpoint, { query: { ...filter, ...group, after: pageParam ?? undefined, limit: 50 } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export type TaskPages = ReturnType<typeof useTasks>
