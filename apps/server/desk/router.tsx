import { type Me, Waiting } from '@guangyue/platform/ui/desk'
import { createBrowserRouter, type DataRouter, redirect } from 'react-router'
import { type DeskScreen, screens } from './screens.tsx'
import { NotHere, ScreenFailed, Shell } from './shell.tsx'

/** The desk's addresses for whoever is signed in; each screen is loaded when somebody goes there. */
export function deskRouter(me: Me): DataRouter {
  const allowed = screens.filter(
    ({ may, when }) => (may === undefined || me.actions.includes(may)) && (when === undefined || when(me)),
  )
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
