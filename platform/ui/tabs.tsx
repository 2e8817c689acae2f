export interface TabEntry {
  readonly href: string
  readonly label: string
  readonly count?: number
  readonly current?: boolean
}

/** Views of one list side by side, each with its count; every tab is a link of its own. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly TabEntry[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="num">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
