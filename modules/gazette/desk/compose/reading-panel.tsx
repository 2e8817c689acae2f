import { Notice } from '@guangyue/platform/ui'
import type { Reading } from './shapes.ts'

/** What the parser finds in a document as it would be printed, and where that is not what was typed. */
export function ReadingPanel({ reading }: { readonly reading: Reading }) {
  const { differences, headings, provisions, measures, acts, kind } = reading
  return (
    <section className="aside-block" aria-label="读出的内容">
      <h2>读出的内容</h2>
      {differences.length > 0 ? (
        <Notice tone="warn" title="读出的与填写的不同">
          <ul>
            {differences.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" title="读出的与填写的一致" />
      )}
      <p className="meta">
        {kind === null ? '没有读出文种' : `文种：${kind}`}，{provisions} 处条文，{measures} 项任务
        {acts.length > 0 && `，${acts.length} 项任免`}
      </p>
      {acts.length > 0 && (
        <ul className="list">
          {acts.map((act) => (
            <li key={act}>{act}</li>
          ))}
        </ul>
      )}
      {headings.length > 0 && (
        <ol className="readheadings">
          {headings.map(({ depth, text }, at) => (
            <li key={`${at} ${text}`} style={{ paddingLeft: `${Math.min(depth, 4)}em` }}>
              {text}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
