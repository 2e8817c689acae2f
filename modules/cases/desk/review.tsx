import { Notice } from '@guangyue/platform/ui'
import { Button } from 'antd'
import { type Answer, conditionHolds, shownPages } from '../api/apply.ts'
import { materialsOf } from './materials-of.ts'
import type { ItemForm, MaterialFile, Typed } from './shapes.ts'

interface ReviewProps {
  readonly item: ItemForm
  readonly typed: Typed
  readonly files: readonly MaterialFile[]
  readonly onGo: (step: number) => void
}

/** A last look at everything, and what is likely to be asked for. */
export function Review({ item, typed, files, onGo }: ReviewProps) {
  const shown = shownPages(item.pages, typed.answers)
  const missing = materialsOf(item, typed).filter(({ key }) => !files.some(({ material }) => material === key))
  const unmet = item.conditions.filter(
    ({ when }) => when !== null && conditionHolds(item.pages, typed.answers, when) === false,
  )
  const { party } = typed
  return (
    <div className="stack">
      {unmet.length > 0 && (
        <Notice tone="warn" title="按填写的内容，下列条件可能不符合">
          <ul>
            {unmet.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warn" title={`还有 ${missing.length} 项材料没有附`}>
          <p>{missing.map(({ name }) => name).join('、')}。可以先提交，受理单位会一次告知要补的材料。</p>
        </Notice>
      )}
      <Sheet
        title="申请人"
        rows={[
          [party.kind === 'firm' ? '单位名称' : '姓名', party.name],
          [party.kind === 'firm' ? '统一社会信用代码' : '身份证号', party.code],
          ['联系电话', party.phone],
        ]}
        onChange={() => onGo(0)}
      />
      {shown.map(({ page, entries }, at) => (
        <Sheet
          key={page.key}
          title={page.title}
          rows={entries.flatMap(({ entry, fields }) =>
            fields.filter(({ type }) => type !== 'file').map(({ key }) => [key, answerText(entry[key])] as const),
          )}
          onChange={() => onGo(at + 1)}
        />
      ))}
      <Sheet
        title="材料"
        rows={materialsOf(item, typed).map(({ key, name }) => [
          name,
          files.flatMap((file) => (file.material === key ? [file.name] : [])).join('、') || '没有附',
        ])}
        onChange={() => onGo(shown.length + 1)}
      />
    </div>
  )
}

interface SheetProps {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly onChange: () => void
}

function Sheet({ title, rows, onChange }: SheetProps) {
  return (
    <section className="apply__sheet" aria-label={title}>
      <div className="row row--between">
        <h3>{title}</h3>
        <Button size="small" onClick={onChange} aria-label={`修改${title}`}>
          修改
        </Button>
      </div>
      <dl className="dl">
        {rows.flatMap(([label, value], at) => [
          <dt key={`${label} ${at}`}>{label}</dt>,
          <dd key={`${label} ${at} value`}>{value === '' ? '（没有填）' : value}</dd>,
        ])}
      </dl>
    </section>
  )
}

function answerText(answer: Answer | undefined): string {
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  return typeof answer === 'string' ? answer : (answer ?? []).join('；')
}
