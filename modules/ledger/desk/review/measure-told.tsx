import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, useAct, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { keepDraftEndpoint, redraftEndpoint, unconfirmMeasureEndpoint } from '../../api.ts'
import { whenText } from '../moments.ts'
import type { Measure } from '../shapes.ts'
import { reviewReads } from './use-draft-edit.ts'

/** What is to be known about the measure as a whole. */
export function MeasureTold({ measure }: { readonly measure: Measure }) {
  const { today } = useMe()
  const may = useMay('ledger.confirm')
  const unconfirm = useAct(unconfirmMeasureEndpoint, { refreshes: reviewReads })
  const keep = useAct(keepDraftEndpoint, { refreshes: reviewReads })
  const redraft = useAct(redraftEndpoint, { refreshes: reviewReads })
  const sent = { params: { id: measure.id }, body: { version: measure.version } }
  const general = measure.faults.filter(({ task, code }) => task === null && code !== 'reading-changed')
  return (
    <>
      <ErrorNotice error={unconfirm.error ?? keep.error ?? redraft.error} />
      {measure.state === 'confirmed' && (
        <Notice tone="good" title={`已由${measure.confirmedBy ?? '别人'}确认，任务已成立并分办`}>
          <p>
            {measure.confirmedAt !== null && whenText(measure.confirmedAt, today)}
            {may && (
              <Button type="link" size="small" loading={unconfirm.isPending} onClick={() => unconfirm.mutate(sent)}>
                撤回确认
              </Button>
            )}
          </p>
        </Notice>
      )}
      {measure.difference.length > 0 && (
        <Notice tone="warn" title="文件有了新的文本，与这份草稿依据的不同">
          <ul>
            {measure.difference.map(({ field, was, now }) => (
              <li key={field}>
                {field}：“{was || '无'}”改为“{now || '无'}”
              </li>
            ))}
          </ul>
          <p className="row">
            <Button size="small" loading={keep.isPending} onClick={() => keep.mutate(sent)}>
              保留现有草稿
            </Button>
            {measure.state === 'draft' && (
              <Button size="small" loading={redraft.isPending} onClick={() => redraft.mutate(sent)}>
                按新文本重新拟稿
              </Button>
            )}
          </p>
        </Notice>
      )}
      {general.map(({ code, message }) => (
        <Notice key={`${code} ${message}`} tone="warn">
          {message}
        </Notice>
      ))}
    </>
  )
}
