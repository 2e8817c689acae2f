// What tests compose: manuscripts in sentences of our own, and the people who do it.
import { plainDate } from '@guangyue/kernel/calendar'
import type { Actor } from '@guangyue/platform/access'
import type { Ctx } from '@guangyue/platform/db'
import { openComposition, reviewComposition, saveComposition } from './compositions.ts'
import { saveManuscript } from './manuscripts.ts'
import type { CompositionContent, ManuscriptContent } from './model.ts'

const someone: Actor = { kind: 'account', accountId: null, name: '', bodyId: null, bodies: [], roles: ['editor'] }

export const editor: Actor = { ...someone, name: '常书砚', accountId: '018f0000-0000-7000-8000-000000000001' }
export const second: Actor = { ...someone, name: '闻人语', accountId: '018f0000-0000-7000-8000-000000000002' }
export const reviewer: Actor = {
  ...someone,
  name: '贺云归',
  accountId: '018f0000-0000-7000-8000-000000000003',
  roles: ['supervision'],
}
export const officer: Actor = { ...reviewer, name: '梁栋成', roles: ['officer'] }

/** A notice with its number, about wells. */
export function notice(number: string, over: Partial<ManuscriptContent> = {}): ManuscriptContent {
  return {
    section: '市政府文件',
    number,
    title: '试验市人民政府关于做好古井保护工作的通知',
    issuer: '试验市人民政府',
    signedOn: plainDate('2021-06-08'),
    addressees: '各县（市、区）人民政府，市政府各部门',
    body: [
      '为保护城区古井，现就有关工作通知如下。',
      '一、摸清底数',
      '（一）逐井登记。7月20日前完成城区古井登记，一井一档。（牵头单位：市文化和旅游局；责任单位：市水务局）',
      '（二）公布名录。9月底前向社会公布第一批名录。（牵头单位：市文化和旅游局）',
      '二、落实看护。每口古井确定一名看护人，姓名和电话挂牌公示。',
    ].join('\n'),
    annex: '',
    ...over,
  }
}

export const acts = [{ on: plainDate('2021-06-15'), text: '任命叶知秋为试验市档案馆馆长（试用期一年）。' }]
export const chronicle = [
  { start: plainDate('2021-06-03'), end: plainDate('2021-06-03'), text: '市长程远到老城区调研古井保护工作。' },
  { start: plainDate('2021-06-22'), end: plainDate('2021-06-24'), text: '全市古井看护人培训班在市文化馆举办。' },
]

export function content(sections: CompositionContent['sections'], over: Partial<CompositionContent> = {}) {
  return {
    month: plainDate('2021-06-01'),
    publishedOn: plainDate('2021-06-30'),
    sections,
    acts,
    chronicle,
    ...over,
  } satisfies CompositionContent
}

/** A saved manuscript's id. */
export async function typed(ctx: Ctx, manuscript: ManuscriptContent): Promise<string> {
  const id = ctx.newId()
  await saveManuscript(ctx, { id, version: null, content: manuscript })
  return id
}

/** An issue of these contents, composed by the one and reviewed by the other. */
export async function reviewed(
  { by, next }: { readonly by: Ctx; readonly next: Ctx },
  wanted: CompositionContent,
): Promise<{ id: string; version: number }> {
  const id = by.newId()
  await openComposition(by, { id, month: wanted.month, publishedOn: wanted.publishedOn })
  const saved = await saveComposition(by, { id, version: 1, content: wanted })
  return { id, ...(await reviewComposition(next, { id, ...saved })) }
}
