import type { Ctx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { getVersion } from '../catalogue/index.ts'
import { getCase } from './act.ts'
import { CaseUnknown } from './errors.ts'
import { roleIn } from './role.ts'
import { insertNote } from './store.ts'
import { stepOf } from './words.ts'

interface NoteInput {
  readonly id: string
  readonly noteId: string
  readonly words: string
  /** A decision drafted for the head. */
  readonly draft: { readonly step: string; readonly outcome: string } | null
}

/** Writes an internal note of a unit that has part in the case. Refuses a drafted decision that the step does not know. */
export async function addNote(ctx: Ctx, { id, noteId, words, draft }: NoteInput): Promise<void> {
  ctx.require('cases.handle')
  await ctx.transact(async (tx) => {
    const file = await getCase(tx, id)
    const role = await roleIn(ctx, tx, file)
    if (role.kind !== 'unit' || role.unit === null) throw new CaseUnknown()
    if (draft) {
      const { item } = await getVersion(tx, file.itemVersionId)
      const known = stepOf(item.procedure, draft.step)?.outcomes.some(({ key }) => key === draft.outcome)
      if (!known) throw new InputInvalid([{ field: 'draft', message: '流程里没有这样的决定' }])
    }
    await insertNote(tx, {
      id: noteId,
      caseId: id,
      at: ctx.now,
      actorId: ctx.actor.accountId,
      actorName: ctx.actor.name,
      words,
      step: draft?.step ?? null,
      outcome: draft?.outcome ?? null,
    })
    await ctx.audit(tx, draft ? 'cases.draft-decision' : 'cases.add-note', {
      thing: `case/${id}`,
      after: { words, draft },
    })
  })
}
