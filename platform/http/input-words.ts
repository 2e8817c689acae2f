import type { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/**
 * What a person is told of a value that does not fit its field, wholly in Chinese: no name of a type, of a field or of a
 * choice that only programs use. A schema's own message goes before.
 */
export const inputWords: z.core.$ZodErrorMap = (issue) => wordsOf(issue)

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? '没有填写'
        : (typeWords[issue.expected] ?? '格式不正确')
    case 'invalid_value':
      return choiceWords(issue.values)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return formatWords[issue.format] ?? '格式不正确'
    case 'not_multiple_of':
      return `须是 ${issue.divisor} 的倍数`
    case 'unrecognized_keys':
      return '提交了这里没有的内容'
    case 'invalid_element':
    case 'invalid_key':
      return '其中有的内容格式不正确'
    default:
      return '内容不正确'
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: '须是文字',
  number: '须是数字',
  int: '须是整数',
  bigint: '须是整数',
  boolean: '须是“是”或“否”',
  date: '须是日期',
  array: '须是一项一项的内容',
  object: '内容不完整',
}

const formatWords: Readonly<Record<string, string>> = {
  date: '须是日期，如 2021-07-06',
  datetime: '须是日期和时间',
  time: '须是时间，如 09:00',
  email: '邮箱地址不正确',
  url: '网址不正确',
  uuid: '编号不正确',
}

/** Choices are named where they are words that people see. */
function choiceWords(values: readonly unknown[]): string {
  const seen = values.every((value) => typeof value === 'string' && /\p{Script=Han}/u.test(value))
  return seen ? `须是${values.join('、')}之一` : '不在可以选的范围内'
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  const least = Number(minimum)
  if (origin === 'string') return least <= 1 ? '不能为空' : `不能少于 ${least} 个字`
  if (origin === 'array' || origin === 'set') return least <= 1 ? '至少要有一项' : `不能少于 ${least} 项`
  return inclusive === false ? `须大于 ${least}` : `不能小于 ${least}`
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): string {
  const most = Number(maximum)
  if (origin === 'string') return `不能超过 ${most} 个字`
  if (origin === 'array' || origin === 'set') return `不能超过 ${most} 项`
  return inclusive === false ? `须小于 ${most}` : `不能大于 ${most}`
}
