import { useMe, useRemembered } from '@guangyue/platform/ui/desk'
import type { Composition, Content } from './shapes.ts'

interface Kept {
  readonly content: Content
  /** The version that was read when typing began. */
  readonly version: number
}

/** What is changed in an issue, kept in this browser for its account until it is saved or given up. */
export function useCompositionEdit(composition: Composition) {
  const { account } = useMe()
  const [kept, keep] = useRemembered<Kept | null>(`composition.${account.id}.${composition.id}`, null)
  const content = kept?.content ?? composition.content
  const version = kept?.version ?? composition.version
  return {
    content,
    version,
    unsaved: kept !== null,
    change: (part: Partial<Content>) => {
      const next = { ...content, ...part }
      keep(JSON.stringify(next) === JSON.stringify(composition.content) ? null : { content: next, version })
    },
    forget: () => keep(null),
  }
}

export type CompositionEditing = ReturnType<typeof useCompositionEdit>
