import { conditionHolds, shownPages } from '../api/apply.ts'
import type { ItemForm, Typed } from './shapes.ts'

/** The materials and file fields that the applicant brings, as far as what was typed calls for them. */
export function materialsOf(
  { pages, materials }: ItemForm,
  { answers }: Typed,
): readonly { readonly key: string; readonly name: string; readonly note: string | null }[] {
  const shown = shownPages(pages, answers).flatMap(({ entries }) => entries.flatMap(({ fields }) => fields))
  const fields = shown.filter(({ type }) => type === 'file')
  return [
    ...materials.filter(({ own, when }) => own && (when === null || conditionHolds(pages, answers, when) === true)),
    ...fields.map(({ key, hint, required }) => ({ key, name: required ? key : `${key}（选填）`, note: hint ?? null })),
  ]
}
