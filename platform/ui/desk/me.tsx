import { createContext, type ReactNode, useContext } from 'react'

/** Who is signed in, as `/api/me` tells it. */
export interface Me {
  readonly account: {
    readonly id: string
    readonly name: string
    readonly bodyId: string | null
    readonly bodyName: string | null
    readonly roles: readonly string[]
  }
  /** Actions that the account may do to something. */
  readonly actions: readonly string[]
  readonly city: {
    readonly key: string
    readonly name: string /** Its administrator also makes new cities. */
    readonly first: boolean
  }
  readonly demo: boolean
  /** The day to which the demonstration is being played just now. */
  readonly playing: string | null
  /** The city's day, `YYYY-MM-DD`. */
  readonly today: string
  readonly unread: number
}

const Account = createContext<Me | null>(null)

/** Everything inside knows who is signed in. */
export function SignedIn({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return <Account value={me}>{children}</Account>
}

/** Who is signed in. Outside the desk's frame it is a bug and throws. */
export function useMe(): Me {
  const me = useContext(Account)
  if (me === null) throw new Error('nobody is signed in here')
  return me
}

/** Whether a button for an action is offered. The server decides again. */
export function useMay(action: string): boolean {
  return useMe().actions.includes(action)
}
