import { type ReactNode, useId } from 'react'

/** A part of a screen with its heading, what it is for, and its button at the right. */
export function Section({
  title,
  said,
  actions,
  children,
}: {
  readonly title: string
  readonly said?: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
}) {
  const id = useId()
  return (
    <section className="stack" aria-labelledby={id} style={{ marginTop: 32 }}>
      <div className="row row--between">
        <h2 id={id} style={{ fontSize: 16 }}>
          {title}
        </h2>
        {actions}
      </div>
      {said !== undefined && <p className="meta">{said}</p>}
      {children}
    </section>
  )
}
