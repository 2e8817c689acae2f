import { Waiting } from '@guangyue/platform/ui/desk'
import { createBrowserRouter, type DataRouter, redirect } from 'react-router'
import { type DeskScreen, screens } from './screens.tsx'
import { NotHere, ScreenFailed, Shell } from './shell.tsx'

/** The desk's addresses for an account that is granted `actions`; each screen is loaded when somebody goes there. */
export function deskRouter(actions: readonly string[]): DataRouter {
  const allowed = screens.filter(({ may }) => may === undefined || actions.includes(may))
  const first = allowed.find(({ group }) => group !== undefined)
  return createBrowserRouter(
    [
      {
        element: <Shell screens={allowed} />,
        HydrateFallback: Waiting,
        children: [
          {
            errorElement: <ScreenFailed />,
            children: [
              ...allowed.map(routeOf),
              ...(first && first.path !== '' ? [{ path: '/', loader: () => redirect(`/${first.path}`) }] : []),
              { path: '*', element: <NotHere /> },
            ],
          },
        ],
      },
    ],
    { basename: '/desk' },
  )
}

function routeOf({ path, load }: DeskScreen) {
  return {
    path: `/${path}`,
    lazy: async () => {
      const { Screen } = await load()
      return { Component: Screen }
    },
  }
}
