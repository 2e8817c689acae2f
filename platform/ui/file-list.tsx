import { Icon } from './sprite.tsx'

export interface FileEntry {
  readonly href: string
  readonly name: string
  /** In bytes. */
  readonly size?: number
}

/** Files to open or save, by name and size. */
export function FileList({ files }: { readonly files: readonly FileEntry[] }) {
  return (
    <ul className="evidence">
      {files.map((file) => (
        <li key={file.href}>
          <a className="file" href={file.href}>
            <Icon name="i-file" />
            {file.name}
            {file.size !== undefined && <span className="num">{sizeText(file.size)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
