import '@guangyue/platform/ui/css/desk.css'
import { type Me, SignedIn } from '@guangyue/platform/ui/desk'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { NotHere, Shell } from '../desk/shell.tsx'
import { useTheme } from '../desk/use-theme.ts'
import { Board, Review, Workbench } from './sample-desk.tsx'

const me: Me = {
  account: { id: '1', name: '督查专员 王敏', bodyId: '1', bodyName: '市政府督查室', roles: ['supervision'] },
  actions: [],
  city: { key: 'sample', name: '岳阳洲市', first: true },
  demo: true,
  playing: null,
  today: '2021-07-06',
  unread: 0,
}

const entries = [
  { path: '', label: '工作台', group: 'work', Component: Workbench },
  { path: 'board', label: '工作台账', group: 'work', Component: Board },
  { path: 'review', label: '公报编排', group: 'publish', Component: Review },
] as const

const screens = entries.map((entry) => ({ ...entry, load: async () => ({ Screen: entry.Component }) }))
const router = createBrowserRouter(
  [
    {
      element: <Shell screens={screens} />,
      children: [
        ...entries.map(({ path, Component }) => ({ path: `/${path}`, element: <Component /> })),
        { path: '*', element: <NotHere /> },
      ],
    },
  ],
  { basename: '/desk' },
)

function Gallery() {
  return (
    <ConfigProvider locale={zhCN} theme={useTheme()} button={{ autoInsertSpace: false }}>
      <App>
        <SignedIn me={me}>
          <RouterProvider router={router} />
        </SignedIn>
      </App>
    </ConfigProvider>
  )
}

const place = document.getElementById('desk')
if (place) {
  createRoot(place).render(
    <QueryClientProvider client={new QueryClient()}>
      <Gallery />
    </QueryClientProvider>,
  )
}
