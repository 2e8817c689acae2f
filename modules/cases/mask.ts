import { maskResidentId, maskResidentIds, maskTelephone } from '@guangyue/kernel/identifiers'
import type { Answer, FieldType } from './form.ts'

/** An answer as it is shown by default: numbers of persons, telephones and addresses are covered, ids in running text too. */
export function maskAnswer(type: FieldType, answer: Answer): Answer {
  if (typeof answer === 'boolean') return answer
  const mask = masks[type] ?? maskResidentIds
  return typeof answer === 'string' ? mask(answer) : answer.map(mask)
}

/** Whether a field of this type is covered until somebody says why they must see it. */
export function isMasked(type: FieldType): boolean {
  return type in masks
}

const masks: Partial<Record<FieldType, (text: string) => string>> = {
  'id-number': maskResidentId,
  phone: maskTelephone,
  address: maskAddress,
}

/** The district or county stays, what is narrower does not; without one the first three characters. */
function maskAddress(text: string): string {
  const wide = /^.{1,12}?(区|县|市)(?=.)/u.exec(text)?.[0] ?? text.slice(0, 3)
  return `${wide}******`
}
