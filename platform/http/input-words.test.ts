import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { inputWords } from './input-words.ts'

const cases: readonly (readonly [string, z.ZodType, unknown, string])[] = [
  ['nothing', z.string(), undefined, '没有填写'],
  ['null', z.number(), null, '没有填写'],
  ['words for a number', z.number(), '三', '须是数字'],
  ['a number for words', z.string(), 3, '须是文字'],
  ['a broken number', z.int(), 1.5, '须是整数'],
  ['a word for a list', z.array(z.string()), 'a', '须是一项一项的内容'],
  ['an empty text', z.string().min(1), '', '不能为空'],
  ['a short text', z.string().min(4), 'a', '不能少于 4 个字'],
  ['a long text', z.string().max(2), 'abc', '不能超过 2 个字'],
  ['a small number', z.number().min(3), 2, '不能小于 3'],
  ['a number at an open end', z.number().gt(3), 3, '须大于 3'],
  ['a large number', z.number().max(3), 4, '不能大于 3'],
  ['an empty list', z.array(z.string()).min(1), [], '至少要有一项'],
  ['a long list', z.array(z.string()).max(1), ['a', 'b'], '不能超过 1 项'],
  ['no day', z.iso.date(), '2021-06-31', '须是日期，如 2021-07-06'],
  ['no id', z.uuid(), 'x', '编号不正确'],
  ['no mail address', z.email(), 'x', '邮箱地址不正确'],
  ['a pattern', z.string().regex(/^a/), 'b', '格式不正确'],
  ['a choice of programs', z.enum(['open', 'done']), 'x', '不在可以选的范围内'],
  ['a choice of people', z.enum(['批示', '会议纪要']), 'x', '须是批示、会议纪要之一'],
  ['a foreign key', z.strictObject({}), { a: 1 }, '提交了这里没有的内容'],
  ['none of several', z.union([z.string(), z.number()]), true, '内容不正确'],
  ['what a schema says itself', z.string({ error: '请填写名称' }), 1, '请填写名称'],
]
for (const [name, schema, given, said] of cases) {
  test(`input: ${name}`, () => {
    const { error } = z.safeParse(schema, given, { error: inputWords })
    assert.deepEqual(
      error?.issues.map(({ message }) => message),
      [said],
    )
  })
}
