import type { CaseEvent } from '@guangyue/kernel/process'
import type { Ctx, Tx } from '@guangyue/platform/db'
import type { ItemVersion } from '../catalogue/index.ts'
import { type Field, issueLicence } from '../licences/index.ts'
import { shownPages } from './form.ts'
import type { CaseFile } from './store.ts'

/** Where a case was just granted whose item results in a licence, issues it in the same transaction. */
export async function issueGranted(
  ctx: Ctx,
  tx: Tx,
  {
    file,
    version,
    added,
  }: { readonly file: CaseFile; readonly version: ItemVersion; readonly added: readonly CaseEvent[] },
): Promise<void> {
  const granted = added.some((event) => event.type === 'decided' && event.outcome === 'granted')
  if (!granted || version.item.result.kind !== 'licence') return
  const { kind, name, code } = file.party
  await issueLicence(ctx, tx, {
    key: `case/${file.id}`,
    version,
    accountId: file.applicantId,
    holder: { kind, name, code },
    fields: fieldsOf(version, file),
    basis: `办件 ${file.number}`,
    validTo: null,
  })
}

/** What the form says once; pages that repeat or tell of a person (by an id or telephone), files and bare yes or no stay out. */
function fieldsOf({ item }: ItemVersion, { answers }: CaseFile): readonly Field[] {
  const pages = shownPages(item.form, answers).filter(
    ({ page }) => !page.repeats && !page.fields.some(({ type }) => type === 'id-number' || type === 'phone'),
  )
  return pages.flatMap(({ entries }) =>
    entries.flatMap(({ entry, fields }) =>
      fields.flatMap(({ key, type, unit }) => {
        const answer = entry[key]
        if (answer === undefined || typeof answer === 'boolean' || type === 'file') return []
        const text = typeof answer === 'string' ? answer : answer.join('、')
        return text === '' ? [] : [{ name: key, value: `${text}${unit ?? ''}` }]
      }),
    ),
  )
}
