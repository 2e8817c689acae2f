import { ErrorNotice, FileDrop, useAct } from '@guangyue/platform/ui/desk'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { addEvidenceEndpoint, getReportEndpoint, removeEvidenceEndpoint } from '../../dispatch/api.ts'
import { filesOf } from './report-read.tsx'
import type { Report } from './shapes.ts'

/** The files of a report that is being written: kept as soon as they arrive, whatever becomes of the text. */
export function Evidence({ report }: { readonly report: Report }) {
  const client = useQueryClient()
  const remove = useAct(removeEvidenceEndpoint, { refreshes: [getReportEndpoint] })
  const hrefs = filesOf(report)
  return (
    <section className="stack" aria-labelledby="evidence-head">
      <h2 id="evidence-head">证明材料　{report.files.length > 0 && report.files.length}</h2>
      {report.files.length > 0 && (
        <ul className="list">
          {report.files.map(({ id, name }, at) => (
            <li key={id} className="evidencerow">
              <a href={hrefs[at]?.href}>{name}</a>
              <Button
                size="small"
                aria-label={`取下 ${name}`}
                loading={remove.isPending && remove.variables.params.file === id}
                onClick={() => remove.mutate({ params: { id: report.id, file: id } })}
              >
                取下
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ErrorNotice error={remove.error} />
      <FileDrop
        endpoint={addEvidenceEndpoint}
        sent={[{ params: { id: report.id } }]}
        accept="image/*,.pdf,.docx,.xlsx"
        title="拍照或选择文件"
        hint="图片、pdf、docx、xlsx，每份不超过 20 MB；在电脑上可以拖到这里"
        onDone={() => void client.invalidateQueries({ queryKey: [getReportEndpoint.id] })}
      />
    </section>
  )
}
