import { z } from 'zod'

/** Text from an address, without the character that no database text may hold; what is too long is as if not there. */
export function typed(longest: number) {
  return z
    .string()
    .max(longest)
    .transform((text) => text.replaceAll('\u0000', ''))
    .catch('')
}
