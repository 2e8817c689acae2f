import { dayText } from '@guangyue/platform/ui'
import { useMe } from '@guangyue/platform/ui/desk'
import type { z } from 'zod'
import type { listRequestsEndpoint } from '../../api.ts'
import { whenText } from '../moments.ts'
import { leadsWord } from '../words.ts'

export type Request = z.output<typeof listRequestsEndpoint.reply>['items'][number]

/** What is asked, for which task, by whom and when. */
export function RequestText({ request }: { readonly request: Request }) {
  const { today } = useMe()
  const { taskId, title, kind, words, leads, above, askedAt, askedBy, askedBody } = request
  return (
    <div>
      <a className="board-title" href={`/desk/ledger/tasks/${taskId}`}>
        {title}
      </a>
      <p>
        <span className="tag">{kind === 'part' ? '分解' : '延期'}</span> {words}
      </p>
      <p className="meta">
        {kind === 'part' && above !== null ? (
          <>
            由{leadsWord(leads)}承担　上级任务 <a href={`/desk/ledger/tasks/${above.id}`}>{above.title}</a>
            {above.due !== null && `（${dayText(above.due)}）`}
          </>
        ) : (
          leadsWord(leads)
        )}
      </p>
      <p className="meta">
        {[askedBody, askedBy].filter((name) => name !== null).join(' ')}　{whenText(askedAt, today)}申请
      </p>
    </div>
  )
}
