import { DemoBanner, Empty, Icon, Sprite } from '@guangyue/platform/ui'
import { ErrorNotice, PageBody, PageHead, useMe } from '@guangyue/platform/ui/desk'
import { Button, Drawer } from 'antd'
import { type MouseEvent, useState } from 'react'
import { Outlet, useNavigate, useRouteError } from 'react-router'
import type { DeskScreen } from './screens.tsx'
import { Side, Wordmark } from './side.tsx'

/** The frame around every screen. Links of shared components lead inside the desk without loading it anew. */
export function Shell({ screens }: { readonly screens: readonly DeskScreen[] }) {
  const { demo, playing } = useMe()
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const follow = (event: MouseEvent) => {
    const to = insideAddress(event)
    if (to === null) return
    event.preventDefault()
    void navigate(to)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: links inside stay links; this only keeps them within the loaded desk, and Enter on a link is a click
    <div onClick={follow}>
      <Sprite />
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="mobilebar">
        <Wordmark />
        <Button icon={<Icon name="i-menu" />} onClick={() => setOpen(true)}>
          菜单
        </Button>
      </header>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title="菜单">
        <Side screens={screens} place="drawer" onGo={() => setOpen(false)} />
      </Drawer>
      <div className="app">
        <Side screens={screens} />
        <main id="main" className="work">
          {demo && <DemoBanner playing={playing} />}
          <Outlet />
        </main>
      </div>
    </div>
  )
}

/** Drawn when a screen could not be loaded or broke; the side bar stays. */
export function ScreenFailed() {
  const error = useRouteError()
  return (
    <>
      <PageHead title="页面没有打开" />
      <PageBody>
        <ErrorNotice error={error} onRetry={() => location.reload()} />
      </PageBody>
    </>
  )
}

/** An address of the desk that leads nowhere, or where this account may not go. */
export function NotHere() {
  return (
    <>
      <PageHead title="没有这个页面" />
      <PageBody>
        <Empty title="这里没有内容，或者您的账号不能查看">请从左侧导航进入；需要权限时请联系管理员。</Empty>
      </PageBody>
    </>
  )
}

/** Where a plain click on a link of the desk leads, below /desk; null when the browser should follow it itself. */
function insideAddress(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return null
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin)
    return null
  if (link.getAttribute('href')?.startsWith('#')) return null
  const inside = /^\/desk(\/.*)?$/.exec(link.pathname)
  return inside && `${inside[1] ?? '/'}${link.search}${link.hash}`
}
