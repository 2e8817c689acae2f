import type { ReactNode } from 'react'

/** A key and what it does: `{ keys: ['J', 'K'], does: '上下条' }`. */
export interface KeyHint {
  readonly keys: readonly string[]
  readonly does: string
}

interface ConfirmBarProps {
  /** What is about to be confirmed, and what is still wrong. */
  readonly said: ReactNode
  readonly keys?: readonly KeyHint[]
  /** Buttons; the last one is the primary. */
  readonly children: ReactNode
}

/** The bar that sticks to the foot of a screen. */
export function ConfirmBar({ said, keys = [], children }: ConfirmBarProps) {
  return (
    <section className="confirm" aria-label="确认">
      <div className="confirm__said">{said}</div>
      {keys.length > 0 && (
        <p className="keys">
          {keys.map((hint) => (
            <span key={hint.does}>
              {hint.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{' '}
              {hint.does}
            </span>
          ))}
        </p>
      )}
      {children}
    </section>
  )
}
