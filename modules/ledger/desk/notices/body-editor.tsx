import { Icon } from '@guangyue/platform/ui'
import type { FieldFault } from '@guangyue/platform/ui/desk'
import { Button, Input, Select } from 'antd'
import { moved, newItem, withItem, without } from './content-edit.ts'
import type { Content, Item } from './shapes.ts'
import { TableEditor } from './table-editor.tsx'

const kindWords = { text: '段落', heading: '小标题', table: '表格' } as const satisfies Record<Item['kind'], string>

interface BodyEditorProps {
  readonly body: Content['body']
  /** Of item n (from 0) as `body.n`, and what is below it. */
  readonly faults: readonly FieldFault[]
  readonly onChange: (body: Content['body']) => void
}

/** The text item by item: paragraphs, headings and tables, each moved, changed or taken out. */
export function BodyEditor({ body, faults, onChange }: BodyEditorProps) {
  return (
    <section aria-labelledby="notice-body">
      <h2 id="notice-body">正文</h2>
      <Faults faults={faults} field="body" />
      <ol className="noticeitems">
        {body.map((item, at) => {
          const name = `第 ${at + 1} 段`
          return (
            <li key={at}>
              <fieldset aria-label={`${name}（${kindWords[item.kind]}）`}>
                <p className="noticeitems__head">
                  <span className="meta">{kindWords[item.kind]}</span>
                  <Button
                    size="small"
                    type="text"
                    disabled={at === 0}
                    aria-label={`上移${name}`}
                    onClick={() => onChange(moved(body, at, -1))}
                  >
                    上移
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    disabled={at === body.length - 1}
                    aria-label={`下移${name}`}
                    onClick={() => onChange(moved(body, at, 1))}
                  >
                    下移
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`删除${name}`}
                    onClick={() => onChange(without(body, at))}
                  >
                    删除
                  </Button>
                </p>
                <ItemEditor name={name} item={item} onChange={(next) => onChange(withItem(body, at, next))} />
                <Faults faults={faults} field={`body.${at}`} />
              </fieldset>
            </li>
          )
        })}
      </ol>
      <p className="row">
        {(['text', 'heading', 'table'] as const).map((kind) => (
          <Button key={kind} size="small" onClick={() => onChange([...body, newItem(kind)])}>
            加{kindWords[kind]}
          </Button>
        ))}
      </p>
    </section>
  )
}

interface ItemEditorProps {
  readonly name: string
  readonly item: Item
  readonly onChange: (item: Item) => void
}

function ItemEditor({ name, item, onChange }: ItemEditorProps) {
  if (item.kind === 'table') return <TableEditor name={name} item={item} onChange={onChange} />
  const text = (
    <Input.TextArea
      aria-label={`${name}文字`}
      autoSize={{ minRows: 2 }}
      maxLength={4000}
      value={item.text}
      onChange={(event) => onChange({ ...item, text: event.target.value })}
    />
  )
  if (item.kind === 'text') return text
  return (
    <div className="stack">
      <div className="noticeitems__heading">
        <Select
          aria-label={`${name}级别`}
          value={item.level}
          options={(['一、', '（一）', '1.', '（1）'] as const).map((label, at) => ({ value: at + 1, label }))}
          onChange={(level) => onChange({ ...item, level: level as 1 | 2 | 3 | 4 })}
        />
        <Input
          aria-label={`${name}小标题`}
          maxLength={100}
          value={item.heading}
          onChange={(event) => onChange({ ...item, heading: event.target.value })}
        />
      </div>
      {text}
    </div>
  )
}

/** Faults of a field and of what is below an item of the body. */
function Faults({ faults, field }: { readonly faults: readonly FieldFault[]; readonly field: string }) {
  const own = faults.filter((one) => one.field === field || (field !== 'body' && one.field.startsWith(`${field}.`)))
  return own.map(({ message }) => (
    <span key={message} className="field__error" role="alert">
      <Icon name="i-warn" />
      {message}
    </span>
  ))
}
