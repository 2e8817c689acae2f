import { type Decimal, findInteger, integer, roundDecimal } from '../number/decimal.ts'
import type { FeelFunction, FeelList } from '../value/value.ts'
import { define } from './define.ts'
import { findPattern, replaceAll } from './patterns.ts'

/** Characters are counted as people do: one for a character outside the basic plane as well. */
export const stringFunctions: Readonly<Record<string, FeelFunction>> = {
  substring: define({ string: 'string', 'start position': 'number', length: 'number?' }, (args) =>
    substring(args.string, args['start position'], args.length),
  ),
  'string length': define({ string: 'string' }, ({ string }) => integer([...string].length)),
  'upper case': define({ string: 'string' }, ({ string }) => string.toUpperCase()),
  'lower case': define({ string: 'string' }, ({ string }) => string.toLowerCase()),
  'substring before': define({ string: 'string', match: 'string' }, ({ string, match }) => {
    const at = string.indexOf(match)
    return at < 0 ? '' : string.slice(0, at)
  }),
  'substring after': define({ string: 'string', match: 'string' }, ({ string, match }) => {
    const at = string.indexOf(match)
    return at < 0 ? '' : string.slice(at + match.length)
  }),
  contains: define({ string: 'string', match: 'string' }, ({ string, match }) => string.includes(match)),
  'starts with': define({ string: 'string', match: 'string' }, ({ string, match }) => string.startsWith(match)),
  'ends with': define({ string: 'string', match: 'string' }, ({ string, match }) => string.endsWith(match)),
  matches: define({ input: 'string', pattern: 'string', flags: 'string?' }, ({ input, pattern, flags }) =>
    findPattern(pattern, flags ?? '')?.test(input),
  ),
  replace: define(
    { input: 'string', pattern: 'string', replacement: 'string', flags: 'string?' },
    ({ input, pattern, replacement, flags }) => replaceAll(input, pattern, replacement, flags ?? ''),
  ),
  split: define({ string: 'string', delimiter: 'string' }, ({ string, delimiter }) => {
    const pattern = findPattern(delimiter, '')
    return pattern && string.split(pattern)
  }),
  'string join': define({ list: 'list', delimiter: 'string?' }, ({ list, delimiter }) => join(list, delimiter ?? '')),
}

function substring(text: string, start: Decimal, length: Decimal | undefined): string | undefined {
  const characters = [...text]
  const from = whole(start)
  const count = length === undefined ? characters.length : whole(length)
  if (from === undefined || count === undefined || from === 0 || count < 0) return undefined
  const first = from > 0 ? from - 1 : characters.length + from
  return first < 0 ? undefined : characters.slice(first, first + count).join('')
}

/** A place or a length with a fraction is cut. */
function whole(value: Decimal): number | undefined {
  return findInteger(roundDecimal(value, 0, 'down'))
}

function join(list: FeelList, delimiter: string): string | undefined {
  const items = list.filter((item) => item !== null)
  return items.every((item) => typeof item === 'string') ? items.join(delimiter) : undefined
}
