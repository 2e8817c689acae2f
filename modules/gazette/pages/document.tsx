import {
  dayText,
  Icon,
  Light,
  Notice,
  Phrases,
  phrasesOf,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import { Fragment, type ReactNode } from 'react'
import type { ContentsNode, DocumentHead, DocumentView, TableBlock, TextBlock } from './document.view.ts'
import { isTold, Panel } from './document-panel.tsx'
import { words } from './words.ts'

/** A document as it is read: contents to the left, continuous text, and beside it what has become of it. */
export function DocumentPage(view: DocumentView) {
  const say = useMessages(words)
  const told = isTold(view.panel)
  const here = view.panel.of === 'clause' ? view.blocks.find(isHere) : undefined
  return (
    <>
      {view.contents.length > 0 && (
        <p className="wrap tocjump">
          <a className="btn btn--sm" href="#toc">
            <Icon name="i-menu" />
            {say('reader.jump', { place: view.place ?? say('reader.body') })}
          </a>
        </p>
      )}
      <div className="reader wrap">
        <Contents nodes={view.contents} />
        <article className="doc">
          <Head head={view.head} />
          <Tools view={view} />
          {told && here === undefined && <Panel panel={view.panel} />}
          {!view.head.textHeld && <FactsOnly view={view} />}
          {view.blocks.map((block) => (
            <Fragment key={block.key}>
              <Block block={block} />
              {block === here && <Panel panel={view.panel} />}
            </Fragment>
          ))}
          {!told && <Panel panel={view.panel} />}
          {view.wholeHref !== null && (
            <p className="meta prov">
              {say('reader.rest')} <a href={view.wholeHref}>{say('reader.whole')}</a>
            </p>
          )}
        </article>
      </div>
    </>
  )
}

function isHere(block: TextBlock | TableBlock): boolean {
  return block.look === 'table' ? block.rows.some(({ current }) => current === 'here') : block.current === 'here'
}

function Head({ head }: { readonly head: DocumentHead }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <header className="doc__head">
      {head.number !== null && (
        <p className="doc__no" lang={zh}>
          {head.number}
        </p>
      )}
      <h1 lang={zh}>{titleLines(head)}</h1>
      <p className="row">
        {head.signedOn !== null && <span>{say('document.signed', { day: dayText(head.signedOn, lang) })}</span>}
        {head.openness !== null && <span lang={zh}>{head.openness}</span>}
        <Validity head={head} />
        {head.issue !== null && (
          <span>
            <a href={head.issue.href} lang={zh}>
              {head.issue.label}
            </a>
            {head.page !== null && ` ${say('page', { n: head.page })}`}
          </span>
        )}
      </p>
    </header>
  )
}

function Validity({ head }: { readonly head: DocumentHead }) {
  const say = useMessages(words)
  const lang = useLang()
  const until = head.effectiveUntil === null ? '' : dayText(head.effectiveUntil, lang)
  const from = head.effectiveFrom === null ? '' : dayText(head.effectiveFrom, lang)
  if (head.validity === 'ended') return <span>{say('document.ended', { day: until })}</span>
  if (head.validity === 'not-yet') return <span>{say('document.not-yet', { day: from })}</span>
  if (head.validity === 'unknown') return <span>{say('document.unknown')}</span>
  return (
    <>
      <span>{say('document.in-force')}</span>
      {until !== '' && <span>{say('document.until', { day: until })}</span>}
    </>
  )
}

/** The issuer on a line of its own, as it is printed. */
function titleLines({ title, issuer }: DocumentHead): ReactNode {
  if (issuer === null || !title.startsWith(issuer) || title.length - issuer.length < 8) {
    return <Phrases phrases={phrasesOf(title)} />
  }
  return (
    <>
      <span className="doc__line">{issuer}</span>
      <span className="doc__line">
        <Phrases phrases={phrasesOf(title.slice(issuer.length))} />
      </span>
    </>
  )
}

function Tools({ view }: { readonly view: DocumentView }) {
  const say = useMessages(words)
  if (view.coverage === null && view.downloadHref === null) return null
  return (
    <>
      {view.head.version > 1 && <p className="meta">{say('document.version', { n: view.head.version })}</p>}
      <p className="row row--between meta">
        <span>{view.coverage !== null && say('document.coverage', { ...view.coverage })}</span>
        {view.downloadHref !== null && <a href={view.downloadHref}>{say('document.download')}</a>}
      </p>
    </>
  )
}

function FactsOnly({ view }: { readonly view: DocumentView }) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <>
      <Notice title={say('document.facts-only')}>
        <p>{say('document.facts-only.next')}</p>
      </Notice>
      {view.headings.length > 0 && (
        <section aria-labelledby="headings">
          <h2 className="ch" id="headings">
            {say('document.headings')}
          </h2>
          <ul className="list song" lang={zh}>
            {view.headings.map((heading) => (
              <li key={heading}>{heading}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Contents({ nodes }: { readonly nodes: readonly ContentsNode[] }) {
  const say = useMessages(words)
  const zh = useChinese()
  if (nodes.length === 0) return <div />
  return (
    <nav className="contents" id="toc" aria-labelledby="toc-head">
      <h2 id="toc-head">{say('contents')}</h2>
      <ol lang={zh}>
        {nodes.map((node) => (
          <ContentsItem key={node.key} node={node} />
        ))}
      </ol>
    </nav>
  )
}

function ContentsItem({ node }: { readonly node: ContentsNode }) {
  const here = node.current === 'here' ? 'page' : undefined
  if (node.part === 'part') {
    return (
      <li>
        <a className="sep" href={node.href} aria-current={here}>
          {node.label}
        </a>
      </li>
    )
  }
  return (
    <li className={node.current === 'no' ? undefined : 'is-open'}>
      <a href={node.href} aria-current={here}>
        <span>{node.label}</span>
        {node.light !== null && <Light state={node.light} size="shape" />}
      </a>
      {node.children.length > 0 && (
        <ol>
          {node.children.map((child) => (
            <ContentsItem key={child.key} node={child} />
          ))}
        </ol>
      )}
    </li>
  )
}

function Block({ block }: { readonly block: TextBlock | TableBlock }) {
  const zh = useChinese()
  if (block.look === 'table') return <ClauseTable table={block} />
  if (block.look === 'part') {
    return (
      <div className="annex" id={block.anchor} lang={zh}>
        {block.heading !== '' && block.lead}
        <h2>{block.heading === '' ? `${block.lead}${block.paragraphs.join('')}` : block.heading}</h2>
        {block.heading !== '' && <Paragraphs lines={block.paragraphs} />}
      </div>
    )
  }
  if (block.look === 'chapter' || block.look === 'section') {
    const Heading = block.look === 'chapter' ? 'h2' : 'h3'
    return (
      <div id={block.anchor} lang={zh}>
        <Heading className="ch">
          <a className="plain" href={block.href}>{`${block.lead}${block.heading}`}</a>
        </Heading>
        <Paragraphs lines={block.paragraphs} />
      </div>
    )
  }
  return <Clause block={block} />
}

function Clause({ block }: { readonly block: TextBlock }) {
  const say = useMessages(words)
  const zh = useChinese()
  const [first = '', ...rest] = block.paragraphs
  if (block.look === 'paragraph' && block.current === 'no' && block.counts.length === 0) {
    return (
      <div id={block.anchor} lang={zh}>
        <Paragraphs lines={block.paragraphs} />
      </div>
    )
  }
  return (
    <section className={`prov${block.current === 'here' ? ' prov--on' : ''}`} id={block.anchor}>
      <div className="prov__head">
        <a className="prov__a" href={block.href} lang={zh} aria-label={say('reader.link', { place: block.place })}>
          {block.place}
        </a>
        <Became block={block} />
      </div>
      <div lang={zh}>
        {isTable(first) ? (
          <Paragraphs lines={block.paragraphs} />
        ) : (
          <>
            <p>
              {block.lead}
              {block.heading !== '' && <b>{block.heading}</b>}
              {first}
            </p>
            <Paragraphs lines={rest} />
          </>
        )}
      </div>
    </section>
  )
}

/** How many things a clause has become, and the worst light of them. */
function Became({ block: { counts, light } }: { readonly block: Pick<TextBlock, 'counts' | 'light'> }) {
  const say = useMessages(words)
  if (counts.length === 0 && light === null) return null
  return (
    <span className="row">
      {counts.map(({ kind, n }) => (
        <span key={kind}>
          {say('kind.n', { n })}
          {say(`kind.${kind}`)}
        </span>
      ))}
      {light !== null && <Light state={light} />}
    </span>
  )
}

/** Clauses printed as the rows of a table; the number of each leads to it. */
function ClauseTable({ table: { heads, rows } }: { readonly table: TableBlock }) {
  const say = useMessages(words)
  const zh = useChinese()
  const told = rows.some(({ counts, light }) => counts.length > 0 || light !== null)
  return (
    <table className="table table--stack clauses" lang={zh}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {told && <th scope="col">{say('clause.running')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} id={row.anchor} className={row.current === 'here' ? 'is-on' : undefined}>
            {row.cells.map((cell, column) =>
              column === 0 ? (
                <th key={heads[column]} scope="row">
                  <a className="prov__a" href={row.href} aria-label={say('reader.link', { place: row.place })}>
                    {cell}
                  </a>
                </th>
              ) : (
                <td key={heads[column]} className="song">
                  <span className="key" aria-hidden="true">
                    {heads[column]}
                  </span>
                  {cell}
                </td>
              ),
            )}
            {told && (
              <td>
                <Became block={row} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Paragraphs, and runs of `| cell | cell |` lines as tables. */
function Paragraphs({ lines }: { readonly lines: readonly string[] }) {
  const groups: { key: string; rows: string[]; table: boolean }[] = []
  for (const [place, line] of lines.entries()) {
    const last = groups.at(-1)
    if (isTable(line) && last?.table) last.rows.push(line)
    else if (line !== '') groups.push({ key: `${place} ${line}`, rows: [line], table: isTable(line) })
  }
  return groups.map(({ key, rows, table }) =>
    table ? <TextTable key={key} rows={rows} /> : <p key={key}>{rows[0]}</p>,
  )
}

function TextTable({ rows }: { readonly rows: readonly string[] }) {
  return (
    <div className="tablewrap">
      <table className="table">
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {cellsOf(row).map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isTable(line: string): boolean {
  return line.startsWith('|') && line.endsWith('|') && line.length > 2
}

function cellsOf(row: string): readonly string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
