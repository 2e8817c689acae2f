import type { ReactNode } from 'react'
import { Cite, Quote } from './cite.tsx'
import { Light, type LightState } from './light.tsx'

export interface Reason {
  /** What was asked: 时间在内. */
  readonly question: ReactNode
  /** What came out, at the right: 400 000.00 元. */
  readonly value?: ReactNode
  /** A yes or no, with its word. */
  readonly answer?: { readonly state: LightState; readonly word: string }
  /** The fact that decided, and where it came from. */
  readonly fact?: ReactNode
  readonly quote?: ReactNode
  readonly source?: { readonly href?: string; readonly text: string }
  readonly because?: readonly Reason[]
}

/** Why a result is what it is: the result first, then the steps with fact, source and clause. */
export function Explanation({ reason }: { readonly reason: Reason }) {
  return (
    <ol className="tree">
      <Step reason={reason} />
    </ol>
  )
}

function Step({ reason }: { readonly reason: Reason }) {
  const { question, value, answer, fact, quote, source, because = [] } = reason
  return (
    <li>
      <div className="tree__q">
        <b>{question}</b>
        {answer && <Light state={answer.state}>{answer.word}</Light>}
        {value !== undefined && <span className="tree__v">{value}</span>}
      </div>
      {fact !== undefined && <p className="tree__fact">{fact}</p>}
      {quote !== undefined && <Quote>{quote}</Quote>}
      {source && (
        <p>
          <Cite href={source.href}>{source.text}</Cite>
        </p>
      )}
      {because.length > 0 && (
        <ol>
          {because.map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in the order in which they were taken
            <Step key={place} reason={step} />
          ))}
        </ol>
      )}
    </li>
  )
}

export interface Term {
  readonly label: string
  readonly value: string
}

/** A reckoning in one line: terms joined by signs, then the result. `heard` says it in words. */
export function Formula(props: {
  readonly heard: string
  readonly terms: readonly Term[]
  readonly sign: string
  readonly result: Term
}) {
  return (
    <div className="formula" role="img" aria-label={props.heard}>
      {props.terms.flatMap((term, place) => [
        ...(place === 0 ? [] : [<Sign key={`sign-${term.label}`} text={props.sign} />]),
        <TermBox key={term.label} term={term} look="" />,
      ])}
      <Sign text="=" />
      <TermBox term={props.result} look=" formula__t--sum" />
    </div>
  )
}

function Sign({ text }: { readonly text: string }) {
  return <span className="formula__op">{text}</span>
}

function TermBox({ term, look }: { readonly term: Term; readonly look: string }) {
  return (
    <span className={`formula__t${look}`}>
      <small>{term.label}</small>
      <b>{term.value}</b>
    </span>
  )
}
