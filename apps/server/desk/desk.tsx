import '@guangyue/platform/ui/css/desk.css'
import { meEndpoint } from '@guangyue/modules/identity/api'
import { Loaded, type Me, Problem, SignedIn, useCall } from '@guangyue/platform/ui/desk'
import { QueryCache, QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { deskRouter } from './router.tsx'
import { useTheme } from './use-theme.ts'

/** The staff desk, for whoever is signed in. */
function Desk() {
  const me = useCall(meEndpoint)
  return (
    <ConfigProvider locale={zhCN} theme={useTheme()} button={{ autoInsertSpace: false }}>
      <App>
        <Loaded query={me}>{(account) => <Screens me={account} />}</Loaded>
      </App>
    </ConfigProvider>
  )
}

function Screens({ me }: { readonly me: Me }) {
  const actions = me.actions.join()
  useProgress(me.playing)
  const router = useMemo(() => deskRouter(me), [actions])
  return (
    <SignedIn me={me}>
      <RouterProvider router={router} />
    </SignedIn>
  )
}

/** While a demonstration is being played its day is asked for again and again; in the end all is read anew. */
function useProgress(playing: string | null): void {
  const client = useQueryClient()
  useEffect(() => {
    if (playing === null) return
    const beat = setInterval(() => void client.invalidateQueries({ queryKey: [meEndpoint.id] }), PROGRESS_MS)
    return () => clearInterval(beat)
  }, [playing, client])
  useEffect(() => (playing === null ? undefined : () => void client.invalidateQueries()), [playing === null, client])
}

const PROGRESS_MS = 4000

/** A session that has ended sends readers to sign in and back; an unsaved form instead says so and stays. */
const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof Problem && error.isSignedOut && query.state.data === undefined) {
        location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.body.status > 0),
    },
  },
})

/** Opens the desk in its place on the page. */
export function openDesk(place: HTMLElement): void {
  dayjs.locale('zh-cn')
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <Desk />
    </QueryClientProvider>,
  )
}
