import { Notice } from '@guangyue/platform/ui'
import { ConfirmBar } from '@guangyue/platform/ui/desk'
import { Button, Input, InputNumber, Select } from 'antd'
import { FieldRow } from '../field-row.tsx'
import {
  type Choice,
  choiceOf,
  columnName,
  columnsOf,
  type Sheet,
  sheetFields,
  type Upload,
  withColumn,
} from './sheet-mapping.ts'

interface ColumnChoiceProps {
  readonly upload: Upload
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
  readonly onNext: () => void
}

/** Which sheet, which row holds the heads, and what each column means; the first rows stand beside it. */
export function ColumnChoice({ upload, choice, onChange, onNext }: ColumnChoiceProps) {
  const sheet = upload.sheets.find(({ name }) => name === choice.sheet)
  if (!sheet) return null
  const columns = columnsOf(sheet, choice.headerRow)
  const titled = choice.mapping.title !== undefined
  return (
    <>
      {sheet.remembered && <Notice tone="good">这种表以前录入过，各列的含义已按上次的填好。</Notice>}
      <div className="mapping">
        <section aria-labelledby="mapping-head" className="stack">
          <h2 id="mapping-head">各列的含义</h2>
          {upload.sheets.length > 1 && (
            <FieldRow id="sheet-name" label="工作表">
              <Select
                id="sheet-name"
                value={choice.sheet}
                options={upload.sheets.map(({ name, rows }) => ({ value: name, label: `${name}（${rows} 行）` }))}
                onChange={(name) => {
                  const other = upload.sheets.find((one) => one.name === name)
                  if (other) onChange(choiceOf(other, choice))
                }}
              />
            </FieldRow>
          )}
          <FieldRow id="sheet-header" label="列名在">
            <Select
              id="sheet-header"
              value={choice.headerRow}
              options={sheet.sample.map((row, at) => ({
                value: at,
                label: `第 ${at + 1} 行　${row
                  .filter((cell) => cell !== '')
                  .join('、')
                  .slice(0, 40)}`,
              }))}
              onChange={(headerRow) => onChange({ ...choice, headerRow })}
            />
          </FieldRow>
          {sheetFields.map(({ field, label, needed }) => (
            <FieldRow
              key={field}
              id={`map-${field}`}
              label={label}
              error={needed && !titled ? '请指定哪一列是任务名称' : undefined}
            >
              <Select
                id={`map-${field}`}
                allowClear={!needed}
                placeholder={needed ? '请选择' : '表中没有'}
                value={choice.mapping[field]}
                options={[...columns]}
                onChange={(column) =>
                  onChange({ ...choice, mapping: withColumn(choice.mapping, field, column ?? null) })
                }
              />
            </FieldRow>
          ))}
          <FieldRow id="sheet-year" label="年份">
            <InputNumber
              id="sheet-year"
              min={1949}
              max={2200}
              value={choice.year}
              onChange={(year) => year !== null && onChange({ ...choice, year })}
            />
            <p className="meta">“6月底”这样没写年份的时限按这一年读</p>
          </FieldRow>
          <FieldRow
            id="sheet-basis"
            label="依据"
            error={choice.basis.trim() === '' ? '请写明这张表从何而来' : undefined}
          >
            <Input
              id="sheet-basis"
              maxLength={300}
              value={choice.basis}
              onChange={(event) => onChange({ ...choice, basis: event.target.value })}
            />
            <span className="meta">没有写依据的行记在它名下</span>
          </FieldRow>
        </section>
        <Sample sheet={sheet} choice={choice} />
      </div>
      <ConfirmBar said={`${sheet.name}　共 ${Math.max(0, sheet.rows - choice.headerRow - 1)} 行数据`}>
        <Button type="primary" size="large" disabled={!titled || choice.basis.trim() === ''} onClick={onNext}>
          预览
        </Button>
      </ConfirmBar>
    </>
  )
}

function Sample({ sheet, choice }: { readonly sheet: Sheet; readonly choice: Choice }) {
  const meanings = new Map(sheetFields.map(({ field, label }) => [choice.mapping[field], label]))
  const width = Math.max(0, ...sheet.sample.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => at)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="tablewrap" tabIndex={0} aria-label="表的前几行，可左右滚动">
      <table className="table sampletable">
        <caption>表的前几行</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            {columns.map((at) => (
              <th key={at} scope="col">
                {columnName(at)}
                {meanings.has(at) && <span className="tag tag--azure">{meanings.get(at)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.sample.map((row, at) => (
            <tr
              key={at}
              className={at === choice.headerRow ? 'is-head' : at < choice.headerRow ? 'is-above' : undefined}
            >
              <th scope="row">{at + 1}</th>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
