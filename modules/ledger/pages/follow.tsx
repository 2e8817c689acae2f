import { useMessages } from '@guangyue/platform/ui'
import type { FollowView } from './task.view.ts'
import { words } from './words.ts'

/** To be told of changes: by message for whoever is signed in, by feed for anyone. */
export function Follow({ follow }: { readonly follow: FollowView }) {
  const say = useMessages(words)
  const { followed, signInHref, taskFeed, clauseFeed } = follow
  return (
    <section className="aside-block" id="follow" aria-labelledby="follow-head">
      <h2 id="follow-head">{say('follow')}</h2>
      {followed === null ? (
        <p>
          <a href={signInHref}>{say('follow.sign-in')}</a>
        </p>
      ) : (
        <>
          <FollowForm follow={follow} kind="task" on={followed.task} />
          <FollowForm follow={follow} kind="clause" on={followed.clause} />
          {(followed.task || followed.clause) && <p className="meta">{say('follow.told')}</p>}
          <p>
            <a href="/desk/follows">{say('follow.list')}</a>
          </p>
        </>
      )}
      <p className="meta">
        {say('feed')} <a href={taskFeed}>{say('feed.task')}</a> <a href={clauseFeed}>{say('feed.clause')}</a>
      </p>
    </section>
  )
}

interface FollowFormProps {
  readonly follow: FollowView
  readonly kind: 'task' | 'clause'
  readonly on: boolean
}

function FollowForm({ follow, kind, on }: FollowFormProps) {
  const say = useMessages(words)
  return (
    <form method="post" action={follow.href}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="act" value={on ? 'unfollow' : 'follow'} />
      <p>
        <button type="submit" className="btn btn--sm">
          {say(on ? `unfollow.${kind}` : `follow.${kind}`)}
        </button>
      </p>
    </form>
  )
}
