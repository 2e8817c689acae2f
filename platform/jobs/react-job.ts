/** One module's reaction to one event of one city, as the workers keep it. */
export interface ReactJob {
  readonly city: string
  readonly eventId: string
  readonly name: string
  readonly module: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Under which key the workers know it: the same reaction is never added twice, and lists need no payload. */
export function keyOf({ city, module, name, eventId }: ReactJob): string {
  return `${city}/${module}/${name}/${eventId}`
}
