/** Names of the shapes that `Icon` draws. */
export type IconName =
  | 'l-ok'
  | 'l-done'
  | 'l-soon'
  | 'l-late'
  | 'l-paused'
  | 'l-idle'
  | 'l-none'
  | 'i-info'
  | 'i-warn'
  | 'i-check'
  | 'i-file'
  | 'i-down'
  | 'i-menu'

/** Every shape once; each page draws it first thing in its body, and `Icon` refers to it. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <defs>
        {shapes.map(([id, box, path]) => (
          <symbol key={id} id={id} viewBox={`0 0 ${box}`}>
            <path fillRule="evenodd" d={path} />
          </symbol>
        ))}
      </defs>
    </svg>
  )
}

/** One shape; it is decoration, the word stands beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="i" aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  )
}

/** The mark of the project: a timber tower of three eaves on its gate. */
export function TowerMark() {
  return (
    <svg viewBox="0 0 38 38" aria-hidden="true">
      <path d="M19 1v4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M13 9.5c2.5 0 4.5-1.5 6-4.5 1.5 3 3.5 4.5 6 4.5L27.5 9v2.3H10.5V9z" />
      <path d="M7.5 15.5 12 12.8h14l4.5 2.7 1.5-.5v2.4H6v-2.4z" />
      <path d="M4.5 21.7 9.5 19h19l5 2.7 1.5-.6v2.5H3v-2.5z" />
      <path
        d="M12 13v4M19 13v4M26 13v4M9 19v4M16 19v4M22 19v4M29 19v4"
        fill="none"
        stroke="var(--surface)"
        strokeWidth=".9"
      />
      <path fillRule="evenodd" d="M5.5 25.5h27L35 37H3zM15.5 37v-4.5a3.5 3.5 0 0 1 7 0V37z" />
    </svg>
  )
}

const shapes: readonly (readonly [id: IconName, box: string, path: string])[] = [
  ['l-ok', '12 12', 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z'],
  ['l-done', '14 14', 'M7 .5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm3.6 4.6L6.2 10 3.4 7.3l1-1.1 1.7 1.7 3.3-3.8z'],
  ['l-soon', '13 12', 'M6.5.8 12.6 11.4H.4z'],
  ['l-late', '12 12', 'M1 1h10v10H1z'],
  ['l-paused', '12 12', 'M2 1h3v10H2zM7 1h3v10H7z'],
  ['l-idle', '12 12', 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Zm0 1.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8Z'],
  ['l-none', '12 12', 'M1 5h10v2H1z'],
  ['i-info', '18 18', 'M9 1a8 8 0 1 1 0 16A8 8 0 0 1 9 1Zm-.9 7h1.8v5H8.1zm0-3h1.8v1.8H8.1z'],
  ['i-warn', '18 18', 'M9 1.2 17.6 16.6H.4zM8.1 7v5h1.8V7zm0 6h1.8v1.7H8.1z'],
  ['i-check', '18 18', 'M6.9 12.2 3.6 8.9 2 10.5l4.9 4.9L16.3 5l-1.6-1.6z'],
  ['i-file', '16 16', 'M3 1h6.5L13 4.5V15H3zm1.4 1.4v11.2h7.2V5.6H8.4V2.4zM9.8 3v1.2H11z'],
  ['i-down', '16 16', 'M7.3 1h1.4v7.6l2.6-2.6 1 1L8 11.3 3.7 7l1-1 2.6 2.6zM2 13h12v1.5H2z'],
  ['i-menu', '18 18', 'M2 4h14v1.6H2zM2 8.2h14v1.6H2zM2 12.4h14V14H2z'],
]
