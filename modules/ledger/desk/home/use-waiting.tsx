import { call, useMay } from '@guangyue/platform/ui/desk'
import { useQuery } from '@tanstack/react-query'
import { todoEndpoint } from '../../overview/api.ts'

/** How much waits for whoever is signed in at a screen of the side bar; on the workbench (``) all of it. */
export function useWaiting(): (screen: string) => number {
  const { data } = useQuery({
    queryKey: [todoEndpoint.id, null],
    queryFn: () => call(todoEndpoint),
    enabled: useMay('ledger.read'),
  })
  return (screen) =>
    screen === '' ? (data?.total ?? 0) : (data?.counts.find((one) => one.screen === screen)?.count ?? 0)
}
