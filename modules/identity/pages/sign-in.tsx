import { Field, Notice, PageTitle, Table, useLang } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'
import { say } from '../messages.ts'
import type { CodeView, SignInView } from './sign-in.view.ts'

interface StepProps extends CodeView {
  readonly title: string
  readonly action: string
  readonly submit: string
  readonly children: ReactNode
}

/** One step of signing in: what went wrong, what to fill in, and where it leads afterwards. */
function Step({ title, action, submit, next, problem, children }: StepProps) {
  return (
    <>
      <PageTitle title={title} />
      {problem && (
        <Notice tone="bad" title={problem.what}>
          {problem.todo}
        </Notice>
      )}
      <form method="post" action={action} className="form">
        <input type="hidden" name="next" value={next} />
        {children}
        <button type="submit" className="btn btn--primary">
          {submit}
        </button>
      </form>
    </>
  )
}

/** User name and password; a demonstration shows its accounts beneath. */
export function SignInPage({ next, username, problem, demo }: SignInView) {
  const lang = useLang()
  return (
    <div className="signin">
      <div>
        <Step title={say(lang, 'signIn')} action="/sign-in" submit={say(lang, 'submit')} next={next} problem={problem}>
          <Field
            name="username"
            label={say(lang, 'username')}
            hint={say(lang, 'usernameHint')}
            defaultValue={username}
            autoComplete="username"
            required
          />
          <Field
            name="password"
            label={say(lang, 'password')}
            type="password"
            autoComplete="current-password"
            required
          />
        </Step>
      </div>
      {demo && (
        <section className="signin__demo">
          <h2>{say(lang, 'demoTitle')}</h2>
          <p>
            {say(lang, 'demoText')}
            <span className="mono">{demo.password}</span>
          </p>
          <Table
            caption={say(lang, 'demoTitle')}
            captionShown="heard"
            keyOf={({ username }) => username}
            rows={demo.accounts}
            columns={[
              {
                key: 'username',
                head: say(lang, 'username'),
                names: 'row',
                cell: ({ username }) => <span className="mono">{username}</span>,
              },
              { key: 'name', head: say(lang, 'name'), stacked: 'alone', cell: ({ name }) => name },
              { key: 'role', head: say(lang, 'role'), stacked: 'alone', cell: ({ role }) => role },
            ]}
          />
        </section>
      )}
    </div>
  )
}

/** The second step: six digits. */
export function CodePage({ next, problem }: CodeView) {
  const lang = useLang()
  return (
    <div className="signin">
      <Step
        title={say(lang, 'codeTitle')}
        action="/sign-in/code"
        submit={say(lang, 'verify')}
        next={next}
        problem={problem}
      >
        <Field
          name="code"
          label={say(lang, 'code')}
          hint={say(lang, 'codeHint')}
          autoComplete="one-time-code"
          maxLength={20}
          required
        />
      </Step>
    </div>
  )
}
