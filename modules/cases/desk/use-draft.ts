import { call } from '@guangyue/platform/ui/desk'
import { useCallback, useEffect, useRef, useState } from 'react'
import { saveDraftEndpoint } from '../api/apply.ts'
import type { Typed } from './shapes.ts'

const AFTER_MS = 800

export interface DraftSaving {
  /** What is being saved, in words; undefined before anything was typed. */
  readonly state: 'saving' | 'saved' | 'refused' | undefined
  readonly error: unknown
  /** Saves what is typed now, and waits until it is. */
  flush(): Promise<void>
  /** Nothing more is saved: the form was submitted. */
  stop(): void
}

/** Saves a form a moment after each change, one save after the other, each over the version before. */
export function useDraft(
  {
    id,
    itemCode,
    place,
    version,
  }: {
    readonly id: string
    readonly itemCode: string
    readonly place: 'online' | 'window'
    readonly version: number
  },
  typed: Typed,
  changed: boolean,
): DraftSaving {
  const [state, setState] = useState<DraftSaving['state']>()
  const [error, setError] = useState<unknown>(null)
  const seen = useRef(version)
  const newest = useRef(typed)
  const saved = useRef<Typed | undefined>(changed ? undefined : typed)
  const stopped = useRef(false)
  const queue = useRef<Promise<void>>(Promise.resolve())
  newest.current = typed

  const save = useCallback((): Promise<void> => {
    queue.current = queue.current
      .catch(() => undefined)
      .then(async () => {
        const now = newest.current
        if (stopped.current || (saved.current === now && seen.current > 0)) return
        setState('saving')
        try {
          const body = { version: seen.current, itemCode, place, party: now.party, answers: { ...now.answers } }
          seen.current = (await call(saveDraftEndpoint, { params: { id }, body })).version
          saved.current = now
          setState('saved')
          setError(null)
        } catch (refused) {
          setState('refused')
          setError(refused)
          throw refused
        }
      })
    return queue.current
  }, [id, itemCode, place])

  useEffect(() => {
    if (!changed) return undefined
    const later = setTimeout(() => void save().catch(() => undefined), AFTER_MS)
    return () => clearTimeout(later)
  }, [typed, changed, save])

  return {
    state,
    error,
    flush: save,
    stop: () => {
      stopped.current = true
    },
  }
}
