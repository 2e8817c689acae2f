import type { ThemeConfig } from 'antd'
import { useMemo, useSyncExternalStore } from 'react'
import { themeFrom } from './theme.ts'

/** antd's theme for the colours that the system asks for; it follows a change at once. */
export function useTheme(): ThemeConfig {
  const dark = useSyncExternalStore(subscribe, () => darkScheme().matches)
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement)
    const theme = themeFrom((name) => style.getPropertyValue(`--${name}`).trim(), dark ? 'dark' : 'light')
    return { ...theme, token: { ...theme.token, motion: !matchMedia('(prefers-reduced-motion: reduce)').matches } }
  }, [dark])
}

function darkScheme(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}

function subscribe(onChange: () => void): () => void {
  const scheme = darkScheme()
  scheme.addEventListener('change', onChange)
  return () => scheme.removeEventListener('change', onChange)
}
