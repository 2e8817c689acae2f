import { InboxLink } from '@guangyue/modules/identity/desk/inbox-link.tsx'
import { useWaiting } from '@guangyue/modules/ledger/desk/home/use-waiting.tsx'
import { TowerMark } from '@guangyue/platform/ui'
import { useMe } from '@guangyue/platform/ui/desk'
import { useId } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { type DeskScreen, groupLabels, groups } from './screens.tsx'

interface SideProps {
  /** Those that this account may see. */
  readonly screens: readonly DeskScreen[]
  /** `drawer` stands in the menu of a narrow screen. */
  readonly place?: 'bar' | 'drawer'
  readonly onGo?: () => void
}

/** The side bar: where one may go, in groups, and who is signed in. */
export function Side({ screens, place = 'bar', onGo }: SideProps) {
  const { account } = useMe()
  const shown = groups
    .map((group) => ({ group, entries: screens.filter((screen) => screen.group === group) }))
    .filter(({ entries }) => entries.length > 0)
  const waiting = useWaiting()
  const here = entryOf(screens, useLocation().pathname.slice(1))
  return (
    <aside className={`side${place === 'drawer' ? ' side--drawer' : ''}`} aria-label="侧栏">
      <Wordmark />
      <nav aria-label="工作台导航">
        {shown.map(({ group, entries }) => (
          <div key={group}>
            {groupLabels[group] !== null && <h2>{groupLabels[group]}</h2>}
            {entries.map(({ path, label }) => (
              <SideLink key={path} path={path} label={label} here={path === here} waiting={waiting} onGo={onGo} />
            ))}
          </div>
        ))}
      </nav>
      <div className="side__who">
        <NavLink to="/me" onClick={onGo}>
          <b>{account.name}</b>
        </NavLink>
        {account.bodyName !== null && <div>{account.bodyName}</div>}
        <div className="row">
          <InboxLink onGo={onGo} />
          <form method="post" action="/sign-out">
            <button type="submit" className="linklike">
              退出
            </button>
          </form>
          <a href="/">公众页面</a>
        </div>
      </div>
    </aside>
  )
}

interface SideLinkProps {
  readonly path: string
  readonly label: string
  readonly here: boolean
  readonly waiting: (path: string) => number
  readonly onGo: (() => void) | undefined
}

/** One entry, with how much waits there; its name stays its label. */
function SideLink({ path, label, here, waiting, onGo }: SideLinkProps) {
  const id = useId()
  const count = waiting(path)
  return (
    <Link
      to={`/${path}`}
      aria-current={here ? 'page' : undefined}
      aria-describedby={count > 0 ? id : undefined}
      onClick={onGo}
    >
      {label}
      {count > 0 && (
        <span id={id} className="num" aria-hidden="true">
          {count}
          <span className="vh"> 件等我办</span>
        </span>
      )}
    </Link>
  )
}

/** The entry that an address belongs to: that of the longest screen that it begins with, so that one at most is marked. */
function entryOf(screens: readonly DeskScreen[], address: string): string | undefined {
  return screens
    .filter(({ group, under }) => group !== undefined || under !== undefined)
    .map(({ path, under }) => ({ begins: path.split('/:', 1)[0] ?? path, entry: under ?? path }))
    .filter(({ begins }) => (begins === '' ? address === '' : address.startsWith(begins)))
    .toSorted((a, b) => b.begins.length - a.begins.length)[0]?.entry
}

/** The mark and whose desk it is; leads to the workbench. */
export function Wordmark() {
  const { city } = useMe()
  return (
    <NavLink className="wordmark" to="/" end>
      <TowerMark />
      <span>
        <b>光岳</b>
        <small>{city.name} · 工作台</small>
      </span>
    </NavLink>
  )
}
