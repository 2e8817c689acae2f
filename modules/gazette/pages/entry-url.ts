/** The lasting address of an entry of the chronicle: the day on which it begins, and its place on that day. */
export function entryUrl({ start, place }: { readonly start: string; readonly place: number }): string {
  return `/chronicle/${start}/${place}`
}
