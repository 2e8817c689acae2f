import { Field, Notice, PageTitle, Table, useLang } from '@guangyue/platform/ui'
import { say } from '../messages.ts'
import type { CodeView, SignInView } from './sign-in.view.ts'

/** User name and password; a demonstration shows its accounts beneath. */
export function SignInPage({ next, username, problem, demo }: SignInView) {
  const lang = useLang()
  return (
    <div className="signin">
      <div>
        <PageTitle title={say(lang, 'signIn')} />
        {problem && (
          <Notice tone="bad" title={problem.what}>
            {problem.todo}
          </Notice>
        )}
        <form method="post" action="/sign-in" className="form">
          <input type="hidden" name="next" value={next} />
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
          <button type="submit" className="btn btn--primary">
            {say(lang, 'submit')}
          </button>
        </form>
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
      <PageTitle title={say(lang, 'codeTitle')} />
      {problem && (
        <Notice tone="bad" title={problem.what}>
          {problem.todo}
        </Notice>
      )}
      <form method="post" action="/sign-in/code" className="form">
        <input type="hidden" name="next" value={next} />
        <Field
          name="code"
          label={say(lang, 'code')}
          hint={say(lang, 'codeHint')}
          autoComplete="one-time-code"
          maxLength={20}
          required
        />
        <button type="submit" className="btn btn--primary">
          {say(lang, 'verify')}
        </button>
      </form>
    </div>
  )
}
