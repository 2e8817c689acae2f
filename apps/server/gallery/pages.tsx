import type { ShellProps } from '@guangyue/platform/http'
import { renderToStaticMarkup } from 'react-dom/server'
import { PublicPage } from '../portal/layout.tsx'
import { render } from '../portal/render.tsx'
import { Components } from './components.tsx'
import { home, shell } from './sample-home.ts'

/** The gallery's pages by file name, each a whole document. */
export function pages(): Readonly<Record<string, string>> {
  const english: ShellProps = {
    ...shell,
    lang: 'en',
    title: 'Home',
    account: { name: '王敏', desk: true },
    nav: shell.nav.map((entry, place) => ({ ...entry, label: ['Gazette', 'Promises', 'Posts'][place] ?? '' })),
  }
  const nothing = { search: { action: null, hints: [] }, promises: null, issue: null, acts: null, chronicle: null }
  const inner: ShellProps = {
    ...shell,
    title: '构件',
    crumbs: [{ label: '构件' }],
    nav: shell.nav.map((entry, place) => ({ ...entry, current: place === 0 })),
  }
  const problem = { title: '没有找到这个页面', todo: '请核对网址，或从首页、检索进入' }
  return {
    home: render('portal.home', home, shell),
    'home-english': render('portal.home', home, english),
    'home-empty': render('portal.home', nothing, { ...shell, demo: false, nav: [] }),
    error: render('portal.error', problem, { ...inner, title: problem.title }),
    components: `<!doctype html>${renderToStaticMarkup(
      <PublicPage shell={inner}>
        <Components />
      </PublicPage>,
    )}`,
  }
}
