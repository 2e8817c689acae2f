import { useParams, useSearchParams } from 'react-router'

/** Which drafts are on the screen, and which one of them is open; all of it stands in the address. */
export interface Scope {
  readonly document: string | undefined
  readonly issue: string | undefined
  readonly measure: string | null
  readonly show: Show
}

const shows = ['all', 'waiting', 'faulty', 'confirmed'] as const
export type Show = (typeof shows)[number]

/** The scope in the address, and how to go elsewhere in it. */
export function useScope() {
  const { document } = useParams()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('show')
  const scope: Scope = {
    document: document ?? search.get('document') ?? undefined,
    issue: search.get('issue') ?? undefined,
    measure: search.get('measure'),
    show: shows.find((show) => show === asked) ?? 'all',
  }
  const set = (name: 'measure' | 'show', value: string) =>
    setSearch(
      (old) => {
        old.set(name, value)
        return old
      },
      { replace: true },
    )
  return {
    scope,
    goTo: (measure: string) => set('measure', measure),
    showOnly: (show: Show) => set('show', show),
  }
}
