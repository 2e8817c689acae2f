import { PageTitle, ProblemNotice, type ProblemText, useMessages } from '@guangyue/platform/ui'
import { portal } from './messages.ts'

/** A refusal or a bug as a page: what happened, what was kept, what to do, and the way on. */
export function ErrorPage(problem: ProblemText) {
  const say = useMessages(portal)
  return (
    <div className="stack">
      <PageTitle title={problem.title} />
      <ProblemNotice problem={{ ...problem, title: problem.detail ?? problem.title, detail: undefined }} />
      <p>
        <a className="btn" href="/">
          {say('error.back')}
        </a>
      </p>
    </div>
  )
}
