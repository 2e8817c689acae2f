import { PageTitle, ProblemNotice, type ProblemText, useMessages } from '@guangyue/platform/ui'
import { portal } from './messages.ts'

/** A refusal or a bug as a page: what happened, what was kept, what to do, and the way on. */
export function ErrorPage(problem: ProblemText) {
  const say = useMessages(portal)
  const { title, detail, kept, todo, errors = [] } = problem
  const plain = detail === undefined && kept === undefined && errors.length === 0
  return (
    <div className="stack">
      <PageTitle title={title}>{plain ? todo : undefined}</PageTitle>
      {!plain && <ProblemNotice problem={{ ...problem, title: detail ?? title, detail: undefined }} />}
      <p>
        <a className="btn" href="/">
          {say('error.back')}
        </a>
      </p>
    </div>
  )
}
