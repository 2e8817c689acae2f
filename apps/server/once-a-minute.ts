type Log = (sentence: string, error?: unknown) => void

/** A log in which one and the same sentence is said at most once a minute: what is tried every second fails as often. */
export function atMostOnceAMinute(log: Log): Log {
  const said = new Map<string, number>()
  return (sentence, error) => {
    const now = performance.now()
    for (const [old, at] of said) if (now - at > MINUTE_MS) said.delete(old)
    if (said.has(sentence)) return
    said.set(sentence, now)
    log(sentence, error)
  }
}

const MINUTE_MS = 60_000
