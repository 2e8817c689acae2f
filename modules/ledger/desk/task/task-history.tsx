import { Timeline } from '@guangyue/platform/ui'
import { useMe } from '@guangyue/platform/ui/desk'
import { whenText } from '../moments.ts'
import type { Task } from '../shapes.ts'
import { markOf } from './step-words.ts'

/** What was done to the task, newest first. */
export function TaskHistory({ history }: Pick<Task, 'history'>) {
  const { today } = useMe()
  return (
    <section className="taskpart" aria-labelledby="history-head">
      <h2 id="history-head">经过</h2>
      <Timeline
        entries={history
          .map((event, at) => ({
            key: `${event.at} ${event.step} ${at}`,
            title: event.label,
            when: whenText(event.at, today),
            dateTime: event.at,
            who: [event.body, event.who].filter((name) => name !== null && name !== '').join(' '),
            mark: markOf(event.step),
            children: event.words === null || event.words === '' ? undefined : <p>{event.words}</p>,
          }))
          .toReversed()}
      />
    </section>
  )
}
