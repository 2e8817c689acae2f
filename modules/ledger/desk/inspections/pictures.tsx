import { downloadHref } from '@guangyue/platform/ui/desk'
import { readFindingFileEndpoint } from '../../inspections/api.ts'
import type { FindingDetail } from './shapes.ts'

type KeptFile = FindingDetail['evidence'][number]

/** Shown on the page, and not only for saving. */
export function isPicture({ kind }: KeptFile): boolean {
  return kind === 'png' || kind === 'jpeg'
}

interface PicturesProps {
  /** The finding that they belong to, by id. */
  readonly finding: string
  readonly pictures: readonly KeptFile[]
  /** 现场照片, before the number of each. */
  readonly label: string
}

/** Pictures of a finding; each opens whole. */
export function Pictures({ finding, pictures, label }: PicturesProps) {
  if (pictures.length === 0) return null
  return (
    <ul className="photographs">
      {pictures.map(({ id: file, name }, at) => {
        const href = downloadHref(readFindingFileEndpoint, { params: { id: finding, file } })
        return (
          <li key={file}>
            <a href={href} target="_blank" rel="noreferrer">
              <img src={href} alt={`${label} ${at + 1}：${name}`} />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
