import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { EndpointShape, ReplyOf } from '../../http/endpoint.ts'
import { call, type Sent, type SentArgument } from './call.ts'

/** Reads an endpoint and keeps what it gave; asked again when what is sent changes or an act refreshes it. */
export function useCall<E extends EndpointShape>(endpoint: E, ...sent: SentArgument<E>): UseQueryResult<ReplyOf<E>> {
  return useQuery({ queryKey: [endpoint.id, sent[0] ?? null], queryFn: () => call(endpoint, ...sent) })
}

interface ActOptions<E extends EndpointShape> {
  readonly onDone?: (reply: ReplyOf<E>) => void
  /** What must be read again afterwards; everything, unless said. */
  readonly refreshes?: readonly EndpointShape[]
}

/** Changes something by an endpoint: `act.mutate({ params, body })`. A refusal is in `act.error`; nothing typed is lost. */
export function useAct<E extends EndpointShape>(
  endpoint: E,
  { onDone, refreshes }: ActOptions<E> = {},
): UseMutationResult<ReplyOf<E>, Error, Sent<E>> {
  const client = useQueryClient()
  return useMutation<ReplyOf<E>, Error, Sent<E>>({
    mutationFn: (sent) => call(endpoint, ...([sent] as unknown as SentArgument<E>)),
    onSuccess: async (reply) => {
      await Promise.all(
        refreshes === undefined
          ? [client.invalidateQueries()]
          : refreshes.map(({ id }) => client.invalidateQueries({ queryKey: [id] })),
      )
      onDone?.(reply)
    },
  })
}
