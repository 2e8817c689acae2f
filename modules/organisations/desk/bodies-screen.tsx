import { PageBody, PageHead } from '@guangyue/platform/ui/desk'
import { Tabs } from 'antd'
import { BodyList } from './body-list.tsx'
import { GroupList } from './group-list.tsx'
import { TenureList } from './tenure-list.tsx'

/** Bodies, groups, posts and tenures. */
export function Screen() {
  return (
    <>
      <PageHead title="单位与职务" />
      <PageBody>
        <Tabs
          items={[
            { key: 'bodies', label: '单位', children: <BodyList /> },
            { key: 'groups', label: '单位组', children: <GroupList /> },
            { key: 'tenures', label: '职务与任职', children: <TenureList /> },
          ]}
        />
      </PageBody>
    </>
  )
}
