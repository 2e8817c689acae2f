import type { FeelFunction } from '../value/value.ts'
import { contextFunctions } from './contexts.ts'
import { conversionFunctions } from './conversions.ts'
import { listFunctions } from './lists.ts'
import { numberFunctions } from './numbers.ts'
import { rangeTextFunctions } from './range-text.ts'
import { rangeFunctions } from './ranges.ts'
import { stringFunctions } from './strings.ts'
import { temporalFunctions } from './temporals.ts'

/** All functions that FEEL brings along, except `now` and `today`, which need to be told the time. */
export const builtIns: ReadonlyMap<string, FeelFunction> = new Map(
  Object.entries({
    ...conversionFunctions,
    ...numberFunctions,
    ...stringFunctions,
    ...listFunctions,
    ...contextFunctions,
    ...temporalFunctions,
    ...rangeFunctions,
    ...rangeTextFunctions,
  }),
)
