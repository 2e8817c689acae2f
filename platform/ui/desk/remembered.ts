import { useState } from 'react'

/** What this browser remembers for its user; null forgets it. Where nothing can be stored it lasts as long as the page. */
export function useRemembered<Value>(name: string, first: Value): [Value, (value: Value) => void] {
  const key = `guangyue.${name}`
  const [value, setValue] = useState<Value>(() => stored(key) ?? first)
  const remember = (next: Value) => {
    setValue(next)
    try {
      if (next === null) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A browser that stores nothing still works; only the memory of the choice is lost.
    }
  }
  return [value, remember]
}

function stored<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}
