import type { FormInstance } from 'antd'
import { problemOf } from './problem.ts'

/**
 * Shows a refusal at the fields that it names; what was typed stays. Gives the messages that belong to no field of the
 * form, to be shown above it.
 */
export function showAtFields(form: FormInstance, error: unknown): readonly string[] {
  const faults = problemOf(error).body.errors ?? []
  const known = new Set(Object.keys(form.getFieldsValue(true)))
  const own = faults.filter(({ field }) => known.has(field.split('.', 1)[0] ?? ''))
  form.setFields(own.map(({ field, message }) => ({ name: field.split('.'), errors: [message] })))
  return faults.filter((fault) => !own.includes(fault)).map(({ message }) => message)
}
