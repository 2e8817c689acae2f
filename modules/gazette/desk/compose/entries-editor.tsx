import { Button, Input } from 'antd'
import { changed } from './content-edit.ts'
import type { Content } from './shapes.ts'

interface ActsEditorProps {
  readonly acts: Content['acts']
  readonly day: string
  readonly onChange: (acts: Content['acts']) => void
}

/** 人事任免 that no document carries: a day and a sentence each, printed day by day. */
export function ActsEditor({ acts, day, onChange }: ActsEditorProps) {
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">人事任免</h2>
      <p className="meta">
        没有单独发文的任免，一条一行，例如“任命某某为某市水务局副局长（试用期一年）。”有文号的任免通知录入待刊文件。
      </p>
      <ol className="entries">
        {acts.map((act, at) => (
          <li key={at}>
            <Input
              type="date"
              aria-label={`第 ${at + 1} 条任免的日期`}
              value={act.on}
              onChange={(event) => onChange(changed(acts, at, { ...act, on: event.target.value }))}
            />
            <Input.TextArea
              aria-label={`第 ${at + 1} 条任免`}
              autoSize
              maxLength={500}
              value={act.text}
              onChange={(event) => onChange(changed(acts, at, { ...act, text: event.target.value }))}
            />
            <Button
              size="small"
              aria-label={`删去第 ${at + 1} 条任免`}
              onClick={() => onChange(changed(acts, at, null))}
            >
              删去
            </Button>
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...acts, { on: acts.at(-1)?.on ?? day, text: '' }])}>加一条任免</Button>
    </section>
  )
}

interface ChronicleEditorProps {
  readonly chronicle: Content['chronicle']
  readonly day: string
  readonly onChange: (chronicle: Content['chronicle']) => void
}

/** 大事记: from day to day and what happened; printed by day whatever the order here. */
export function ChronicleEditor({ chronicle, day, onChange }: ChronicleEditorProps) {
  return (
    <section aria-labelledby="chronicle">
      <h2 id="chronicle">大事记</h2>
      <p className="meta">日期另填，正文不写日期；排印时按日期先后。</p>
      <ol className="entries">
        {chronicle.map((event, at) => {
          const name = `第 ${at + 1} 条大事`
          return (
            <li key={at}>
              <span className="entries__days">
                <Input
                  type="date"
                  aria-label={`${name}的日期`}
                  value={event.start}
                  onChange={({ target: { value } }) =>
                    onChange(
                      changed(chronicle, at, {
                        ...event,
                        start: value,
                        end: event.end === event.start || event.end < value ? value : event.end,
                      }),
                    )
                  }
                />
                <Input
                  type="date"
                  aria-label={`${name}的止日`}
                  value={event.end}
                  onChange={({ target: { value } }) => onChange(changed(chronicle, at, { ...event, end: value }))}
                />
              </span>
              <Input.TextArea
                aria-label={name}
                autoSize
                maxLength={2000}
                value={event.text}
                onChange={({ target: { value } }) => onChange(changed(chronicle, at, { ...event, text: value }))}
              />
              <Button size="small" aria-label={`删去${name}`} onClick={() => onChange(changed(chronicle, at, null))}>
                删去
              </Button>
            </li>
          )
        })}
      </ol>
      <Button
        onClick={() => {
          const start = chronicle.at(-1)?.start ?? day
          onChange([...chronicle, { start, end: start, text: '' }])
        }}
      >
        加一条大事
      </Button>
    </section>
  )
}
