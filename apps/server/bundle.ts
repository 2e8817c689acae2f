import { readFile } from 'node:fs/promises'
import type { RenderPage } from '@guangyue/platform/http'

export interface Bundle {
  readonly render: RenderPage
  readonly cssHref: string
  readonly version: string
}

const dist = new URL('./dist/', import.meta.url)

/** The pages as `npm run build` made them. Says what to do when they are not there. */
export async function loadBundle(): Promise<Bundle> {
  try {
    const entry = new URL('pages/render.js', dist).href
    const { render } = (await import(entry)) as { render: RenderPage }
    const manifest = JSON.parse(await readFile(new URL('assets/manifest.json', dist), 'utf8')) as { css: string }
    const own = JSON.parse(await readFile(new URL('./package.json', import.meta.url), 'utf8')) as { version: string }
    return { render, cssHref: manifest.css, version: own.version }
  } catch (error) {
    throw new Error('页面还没有构建：请用 npm start 启动，或先运行 npm run build', { cause: error })
  }
}
