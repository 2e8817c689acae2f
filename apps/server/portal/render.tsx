import type { ShellProps } from '@guangyue/platform/http'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PublicPage } from './layout.tsx'
import { type ViewName, views } from './views.tsx'

/**
 * Draws a view inside the frame of the public pages, as a whole HTML document without script. The entry of the pages
 * bundle: the server, which runs unbuilt, knows views by name only. An unknown name is a bug and throws.
 */
export function render(view: string, props: unknown, shell: ShellProps): string {
  if (!isView(view)) throw new Error(`no view ${view}`)
  const View = views[view] as (props: unknown) => ReactNode
  return `<!doctype html>${renderToStaticMarkup(
    <PublicPage shell={shell}>
      <View {...(props as object)} />
    </PublicPage>,
  )}`
}

function isView(name: string): name is ViewName {
  return Object.hasOwn(views, name)
}
