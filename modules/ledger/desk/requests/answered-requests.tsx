import { Light } from '@guangyue/platform/ui'
import { useMe } from '@guangyue/platform/ui/desk'
import { whenText } from '../moments.ts'
import { type Request, RequestText } from './request-row.tsx'

/** Each request with its answer, newest first. */
export function AnsweredRequests({ items }: { readonly items: readonly Request[] }) {
  const { today } = useMe()
  return (
    <ul className="list list--ruled requests">
      {items.map((request) => (
        <li key={request.key} className="requests__row requests__row--answered">
          <RequestText request={request} />
          {request.answer !== null && (
            <div>
              <Light state={request.answer.granted ? 'done' : 'overdue'}>
                {request.answer.granted ? '已批准' : '未批准'}
              </Light>
              {request.answer.words !== null && <p>{request.answer.words}</p>}
              <p className="meta">
                {request.answer.by}　{whenText(request.answer.at, today)}
              </p>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
