import { downloadHref, ErrorNotice, FileDrop, useAct } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { addMaterialEndpoint, readMaterialEndpoint, removeMaterialEndpoint } from '../api/apply.ts'
import type { MaterialFile } from './shapes.ts'

interface MaterialFilesProps {
  /** Of the draft or the case. */
  readonly id: string
  readonly material: string
  readonly name: string
  readonly note?: string | null
  readonly files: readonly MaterialFile[]
  readonly onAdded: (file: MaterialFile) => void
  readonly onRemoved: (fileId: string) => void
}

/** One material with its files, each to be opened or taken off, and a place for more. */
export function MaterialFiles({ id, material, name, note = null, files, onAdded, onRemoved }: MaterialFilesProps) {
  const remove = useAct(removeMaterialEndpoint, { refreshes: [] })
  return (
    <section className="material" aria-label={name}>
      <h3>{name}</h3>
      {note !== null && <p className="meta">{note}</p>}
      <ul className="list list--ruled">
        {files.map((file) => (
          <li key={file.id} className="row row--between">
            <a href={downloadHref(readMaterialEndpoint, { params: { id, file: file.id } })} download>
              {file.name}
            </a>
            <Button
              size="small"
              loading={remove.isPending}
              aria-label={`取下 ${file.name}`}
              onClick={() => remove.mutate({ params: { id, file: file.id } }, { onSuccess: () => onRemoved(file.id) })}
            >
              取下
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNotice error={remove.error} />
      <FileDrop
        endpoint={addMaterialEndpoint}
        sent={[{ params: { id }, body: { material } }]}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
        title={files.length === 0 ? '选择文件，或拖到这里' : '再附一个文件'}
        hint="pdf、图片、docx、xlsx，每个不超过 20 MB"
        onDone={onAdded}
      />
    </section>
  )
}
