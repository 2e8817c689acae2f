import { ErrorNotice, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, Dropdown } from 'antd'
import { followEndpoint, listFollowsEndpoint, unfollowEndpoint } from '../../follows/api.ts'
import type { Task } from '../shapes.ts'

/** 关注: to be told of the changes of a task, or of everything that its clause became. */
export function FollowMenu({ task }: { readonly task: Pick<Task, 'id' | 'measureId'> }) {
  const follows = useCall(listFollowsEndpoint)
  const follow = useAct(followEndpoint)
  const unfollow = useAct(unfollowEndpoint)
  const targets = { task: task.id, clause: task.measureId }
  const isOn = (kind: 'task' | 'clause') => follows.data?.items.some(({ id }) => id === targets[kind]) ?? false
  const items = (['task', 'clause'] as const).map((kind) => ({
    key: kind,
    label: `${isOn(kind) ? '取消关注' : '关注'}${kind === 'task' ? '这项任务' : '这一条的全部任务'}`,
  }))
  function turn(kind: 'task' | 'clause'): void {
    const call = { params: { kind, id: targets[kind] } }
    if (isOn(kind)) unfollow.mutate(call)
    else follow.mutate(call)
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={follows.data === undefined}
        menu={{ items, onClick: ({ key }) => turn(key as 'task' | 'clause') }}
      >
        <Button loading={follow.isPending || unfollow.isPending}>
          {isOn('task') || isOn('clause') ? '已关注' : '关注'}
        </Button>
      </Dropdown>
      <ErrorNotice error={follow.error ?? unfollow.error} />
    </>
  )
}
