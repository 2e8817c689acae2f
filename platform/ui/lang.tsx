import { createContext, type ReactNode, useContext } from 'react'
import type { Lang, Messages, Params } from '../i18n/index.ts'

const Language = createContext<Lang>('zh')

/** Says in which language everything inside speaks; Chinese where nothing is said. */
export function InLanguage({ lang, children }: { readonly lang: Lang; readonly children: ReactNode }) {
  return <Language value={lang}>{children}</Language>
}

/** The language of the page. */
export function useLang(): Lang {
  return useContext(Language)
}

/** The messages of an area, in the language of the page. */
export function useMessages<Key extends string>(messages: Messages<Key>): (key: Key, params?: Params) => string {
  const lang = useLang()
  return (key, params) => messages(lang, key, params)
}

/** `zh-CN` for promulgated words inside an English page, so that they are read out as Chinese; nothing elsewhere. */
export function useChinese(): 'zh-CN' | undefined {
  return useLang() === 'en' ? 'zh-CN' : undefined
}
