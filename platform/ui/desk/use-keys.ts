import { useEffect, useRef } from 'react'

/** A key or a chord as it is written on the screen: `j`, `ctrl+Enter`. */
export type KeyMap = Readonly<Record<string, () => void>>

/**
 * Runs what a key stands for while the screen is shown. Plain keys rest while somebody types into a field or a dialog
 * is open; chords with ctrl (or the command key) work there too.
 */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = event.ctrlKey || event.metaKey
      if (event.altKey || event.isComposing || (!chord && isTyping(event.target))) return
      const run = latest.current[chord ? `ctrl+${event.key}` : event.key]
      if (!run || document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return
      event.preventDefault()
      run()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
