import { useAct } from '@guangyue/platform/ui/desk'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { answerRequestsEndpoint } from '../../api.ts'
import { WordsDialog } from '../words-dialog.tsx'
import { type Request, RequestText } from './request-row.tsx'

/** Requests that wait: answered one by one or several at once, with words. */
export function WaitingRequests({ items }: { readonly items: readonly Request[] }) {
  const [ticked, tick] = useState<readonly string[]>([])
  const [answering, setAnswering] = useState<'grant' | 'refuse' | null>(null)
  const [said, say] = useState<string | null>(null)
  const open = items.filter(({ mayAnswer }) => mayAnswer)
  const chosen = open.filter(({ key }) => ticked.includes(key))
  const act = useAct(answerRequestsEndpoint, {
    onDone: ({ answered }) => {
      say(`已答复 ${answered} 件，并告知申请单位`)
      setAnswering(null)
      tick([])
    },
  })
  return (
    <section className="stack" aria-label="待批的申请">
      {said !== null && <p role="status">{said}</p>}
      {open.length > 0 && (
        <div className="row">
          <Checkbox
            checked={chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            onChange={({ target }) => tick(target.checked ? open.map(({ key }) => key) : [])}
          >
            全选
          </Checkbox>
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setAnswering('grant')}>
            {chosen.length === 0 ? '批准所选' : `批准所选 ${chosen.length} 件`}
          </Button>
          <Button disabled={chosen.length === 0} onClick={() => setAnswering('refuse')}>
            {chosen.length === 0 ? '不批准所选' : `不批准所选 ${chosen.length} 件`}
          </Button>
        </div>
      )}
      <ul className="list list--ruled requests">
        {items.map((request) => (
          <li key={request.key} className="requests__row">
            {request.mayAnswer ? (
              <Checkbox
                aria-label={`选择 ${request.title}`}
                checked={ticked.includes(request.key)}
                onChange={({ target }) =>
                  tick(target.checked ? [...ticked, request.key] : ticked.filter((key) => key !== request.key))
                }
              />
            ) : (
              <span className="tag tag--amber">待批准</span>
            )}
            <RequestText request={request} />
          </li>
        ))}
      </ul>
      {answering !== null && (
        <WordsDialog
          label={answering === 'grant' ? '批准' : '不批准'}
          asks={answering === 'grant' ? '批准的意见' : '不批准的理由'}
          needed
          effect={
            answering === 'grant'
              ? '分解的任务随即交办，延期的时限随即更改；意见告知申请单位'
              : '分解的任务不交办，时限不变；理由告知申请单位'
          }
          act={act}
          onSend={(words) =>
            act.mutate({
              body: {
                items: chosen.map(({ taskId, version }) => ({ taskId, version })),
                granted: answering === 'grant',
                words,
              },
            })
          }
          onClose={() => setAnswering(null)}
        />
      )}
    </section>
  )
}
