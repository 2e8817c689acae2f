import { findPlainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { ActInvalid } from '../errors.ts'
import { recordActs } from '../service.ts'

export interface ActForm {
  readonly person: string
  readonly action: 'appoint' | 'remove' | 'lapse'
  /** Body and title together, as printed. */
  readonly post: string
  readonly date: string
  readonly document: string
  readonly probationMonths: number | null
  readonly note: string | null
}

/** Records an act by hand, on the number of its document. The same act twice is one. */
export async function recordAct(ctx: Ctx, form: ActForm): Promise<void> {
  ctx.require('organisations.edit')
  const date = findPlainDate(form.date)
  const faults: FieldFault[] = []
  if (form.person.trim() === '') faults.push({ field: 'person', message: '请填写姓名' })
  if (form.post.trim() === '') faults.push({ field: 'post', message: '请填写职务，写明单位，例如 市财政局局长' })
  if (form.document.trim() === '') faults.push({ field: 'document', message: '请填写文号，例如 聊政任〔2021〕11号' })
  if (date === undefined) faults.push({ field: 'date', message: '日期不正确' })
  if (faults.length > 0 || date === undefined) throw new ActInvalid(faults)
  const [person, post, document] = [form.person.trim(), form.post.trim(), form.document.trim()]
  const probationMonths = form.action === 'appoint' ? form.probationMonths : null
  await ctx.transact(async (tx) => {
    await recordActs(ctx, tx, [{ ...form, person, post, document, date, probationMonths }])
    // Who it is about stands in the tenure; the audit holds no personal data.
    await ctx.audit(tx, 'organisations.record-act', {
      thing: `document/${document}`,
      basis: document,
      after: { ...form },
    })
  })
}
