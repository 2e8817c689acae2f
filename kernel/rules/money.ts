import { Decimal, divideRounded, powerOfTen, type Rounding } from './number/decimal.ts'

/** An amount of money in whole fen, exact. */
export type Fen = bigint & { readonly fen: unique symbol }

/** A number of fen. */
export function fen(amount: bigint): Fen {
  return amount as Fen
}

/** A number of yuan as fen, with the rounding stated where it has parts of a fen. */
export function fenOfYuan({ coefficient, scale }: Decimal, rounding: Rounding): Fen {
  return fen(divideRounded(coefficient * 100n, powerOfTen(scale), rounding))
}

/** Fen as a number of yuan with two digits after the point. */
export function yuanOfFen(amount: Fen): Decimal {
  return new Decimal(amount, 2)
}
