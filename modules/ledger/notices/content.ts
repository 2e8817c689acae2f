import { dayInWords, monthInWords } from '@guangyue/kernel/calendar'
import type { BodyItem, DocumentKind } from '@guangyue/kernel/official-document'

export type NoticeKind = 'order' | 'prompt' | 'bulletin'

export const noticeLabels = { order: '督办单', prompt: '提示函', bulletin: '通报' } as const satisfies Record<
  NoticeKind,
  string
>

/** Among the fifteen kinds a 督办单 is issued as a 通知 and a 提示函 as a 函. */
export const documentKindOf = { order: '通知', prompt: '函', bulletin: '通报' } as const satisfies Record<
  NoticeKind,
  DocumentKind
>

/** What a person edits of a notice. */
export interface NoticeContent {
  readonly title: string
  readonly addressees: readonly string[]
  readonly body: readonly BodyItem[]
  readonly signature: string
  readonly copies: readonly string[]
}

export interface LateTask {
  readonly unit: string
  readonly title: string
  readonly cite: string
  readonly due: string
  readonly days: number
}

export interface UnitStanding {
  readonly unit: string
  readonly all: number
  readonly onTime: number
  readonly owing: number
  /** Null while no scores are issued. */
  readonly total: string | null
}

/** A 督办单 to one unit about its overdue tasks; answered within a number of working days. */
export function orderOf(
  unit: string,
  {
    tasks,
    office,
    answerBy,
  }: { readonly tasks: readonly LateTask[]; readonly office: string; readonly answerBy: string },
): NoticeContent {
  return {
    title: '关于逾期任务督办的通知',
    addressees: [unit],
    body: [
      text(
        `经核对工作台账，你单位牵头的下列任务已超过规定时限，共${tasks.length}项。请抓紧办理，并于${dayInWords(answerBy)}前书面反馈办理情况、未按期完成的原因和下一步措施。`,
      ),
      table(
        ['任务', '依据', '时限', '超期'],
        tasks.map(({ title, cite, due, days }) => [title, cite, dayInWords(due), `${days}天`]),
        [5, 4, 4, 2],
      ),
      text('确需延期的，请通过系统提出申请并说明理由；已办结的，请及时报告并附证明材料。'),
    ],
    signature: office,
    copies: [],
  }
}

/** A 提示函 to one unit about tasks whose date is near. */
export function promptOf(
  unit: string,
  { tasks, office }: { readonly tasks: readonly LateTask[]; readonly office: string },
): NoticeContent {
  return {
    title: '关于任务临近时限的提示函',
    addressees: [unit],
    body: [
      text(`你单位牵头的下列任务即将到期，共${tasks.length}项。请对照时限安排进度，按期完成。`),
      table(
        ['任务', '依据', '时限', '剩余'],
        tasks.map(({ title, cite, due, days }) => [title, cite, dayInWords(due), `${-days}天`]),
        [5, 4, 4, 2],
      ),
      text('特此函告。'),
    ],
    signature: office,
    copies: [],
  }
}

/** A 通报 of one period: how units reported, their scores where issued, and what is overdue. */
export function bulletinOf(
  month: string,
  {
    units,
    tasks,
    office,
    addressees,
  }: {
    readonly units: readonly UnitStanding[]
    readonly tasks: readonly LateTask[]
    readonly office: string
    readonly addressees: readonly string[]
  },
): NoticeContent {
  const name = monthInWords(month)
  const all = sum(units.map((unit) => unit.all))
  const onTime = sum(units.map((unit) => unit.onTime))
  const missing = units.filter(({ owing }) => owing > 0)
  const scored = units.filter(({ total }) => total !== null).toSorted((a, b) => Number(b.total) - Number(a.total))
  return {
    title: `关于${name}重点任务调度情况的通报`,
    addressees,
    body: [
      text(`${name}重点任务调度已经结束，现将有关情况通报如下。`),
      heading(
        '报送情况',
        `本期应报${all}份，按时签报${onTime}份，涉及${units.length}个单位。${missing.length === 0 ? '各单位均已报送。' : `${missing.length}个单位尚有报告未报。`}`,
      ),
      ...(missing.length === 0
        ? []
        : [
            table(
              ['单位', '应报', '未报'],
              missing.map((unit) => [unit.unit, `${unit.all}`, `${unit.owing}`]),
              [4, 2, 2],
            ),
          ]),
      ...(scored.length === 0
        ? []
        : [
            heading(
              '考评得分',
              '各单位得分按公布的考评规则计算，逐行理由可在系统中查阅，异议可在公布之日起30日内提出。',
            ),
            table(['名次', '单位', '得分'], ranked(scored), [2, 4, 2]),
          ]),
      heading(
        '逾期任务',
        tasks.length === 0
          ? '截至目前没有逾期任务。'
          : `截至目前逾期任务${tasks.length}项。请有关单位查明原因，尽快完成。`,
      ),
      ...(tasks.length === 0
        ? []
        : [
            table(
              ['单位', '任务', '时限', '超期'],
              tasks.map(({ unit, title, due, days }) => [unit, title, dayInWords(due), `${days}天`]),
              [4, 6, 4, 2],
            ),
          ]),
    ],
    signature: office,
    copies: [],
  }
}

/** Equal totals share a rank. */
function ranked(units: readonly UnitStanding[]): readonly (readonly string[])[] {
  return units.map(({ unit, total }) => [
    `${units.filter((other) => Number(other.total) > Number(total)).length + 1}`,
    unit,
    total ?? '',
  ])
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function text(words: string): BodyItem {
  return { kind: 'text', text: words }
}

function heading(words: string, behind: string): BodyItem {
  return { kind: 'heading', level: 1, heading: words, text: behind }
}

function table(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): BodyItem {
  return { kind: 'table', title: null, table: { head, rows, widths } }
}
