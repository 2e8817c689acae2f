import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../calendar/index.ts'
import { momentOf } from '../temporal/civil.ts'
import { type Plain, valueOfPlain } from '../value/json.ts'
import { writeValue } from '../value/text.ts'
import { type FeelContext, isContext } from '../value/value.ts'
import { compile } from './compile.ts'

const facts = {
  企业: {
    名称: '甲公司',
    '年度 总额': 1200000,
    员工: [
      { 姓名: '张三', 工龄: 3 },
      { 姓名: '李四', 工龄: 12 },
    ],
  },
  '年度 总额': 5,
  'a-b': 7,
  a: 10,
  b: 1,
  无: null,
} satisfies Plain

function contextOf(plain: Plain): FeelContext {
  const value = valueOfPlain(plain)
  return isContext(value) ? value : assert.fail('facts are a context')
}

function worth(text: string): string {
  const compiled = compile(text, { names: Object.keys(facts) })
  if (!compiled.ok) return `${compiled.fault.from}-${compiled.fault.to} ${compiled.fault.message}`
  const now = momentOf(plainDate('2021-06-30'), 0, { offset: 8 * 3600 })
  return writeValue(compiled.evaluate(contextOf(facts), { now }))
}

const values: readonly (readonly [name: string, text: string, value: string])[] = [
  ['exact numbers', '0.1 + 0.2 = 0.3', 'true'],
  ['a name with a space', '年度  总额 * 2', '10'],
  ['a path with a space', '企业.年度 总额 / 10000', '120'],
  ['the longest name wins', 'a-b', '7'],
  ['spaces make it a difference', 'a - b', '9'],
  ['filter by an entry of the item', '企业.员工[工龄 > 10].姓名', '["李四"]'],
  ['filter by place', '企业.员工[-1].姓名', '李四'],
  ['a name of the facts inside a filter', '[1, 6, 8][item > 年度 总额]', '[6, 8]'],
  ['sum over a loop', 'sum(for 人 in 企业.员工 return 人.工龄)', '15'],
  ['the list so far', 'for n in 1..5 return if n < 3 then 1 else partial[-1] + partial[-2]', '[1, 1, 2, 3, 5]'],
  ['some', 'some 人 in 企业.员工 satisfies 人.工龄 >= 12', 'true'],
  ['every', 'every 人 in 企业.员工 satisfies 人.工龄 >= 12', 'false'],
  ['two loops', 'for x in [1, 2], y in [x, 10] return x * y', '[1, 10, 4, 20]'],
  ['null is no number', '无 + 1', 'null'],
  ['false decides and', '无 and false', 'false'],
  ['null leaves and open', '无 and true', 'null'],
  ['true decides or', '无 or true', 'true'],
  ['tests', '5 in (< 3, [4..6))', 'true'],
  ['a range open at its end', '6 in [4..6)', 'false'],
  ['between', 'b between 1 and 2', 'true'],
  ['if without a value takes the other way', 'if 无 > 1 then "甲" else "乙"', '乙'],
  ['a function keeps its names', '(function(x) x + a)(5)', '15'],
  ['named arguments', 'substring(string: "聊城市", start position: 1, length: 2)', '聊城'],
  ['months are held to their length', '@"2021-01-31" + @"P1M"', '2021-02-28'],
  ['days between', '(@"2021-03-01" - @"2021-02-01").days', '28'],
  ['today is told', 'today()', '2021-06-30'],
  ['a context sees its own entries', '{甲 乙: 2, 丙: 甲 乙 * 3}.丙', '6'],
  ['instance of', '"x" instance of string and [1] instance of list<number>', 'true'],
  ['minus binds before the power', '-2 ** 2', '4'],
  ['characters outside the basic plane count once', 'string length("𠀀𠀁")', '2'],
  ['a comment', '1 /* 一 */ + 2 // 三', '3'],
]
for (const [name, text, value] of values) test(`compile: ${name}`, () => assert.equal(worth(text), value))

const faults: readonly (readonly [name: string, text: string, fault: string])[] = [
  ['an unknown name', 'a + 不存在', '4-7 没有名为“不存在”的数据或函数'],
  ['no else', 'if a > 1 then 2', '15-15 此处缺少“else”，读到的是结尾'],
  ['an open bracket', '(a + b', '6-6 此处缺少“)”，读到的是结尾'],
  ['two operators', 'a + * b', '4-5 此处应为一个值，读到的是“*”'],
  ['an open text', '"聊城', '0-1 文字没有结束：缺少右边的引号 "'],
  ['more after the end', 'a )', '2-3 表达式到这里应当结束，后面的“)”读不懂'],
  ['an unknown type', 'a instance of 吨', '14-15 没有名为“吨”的类型'],
  ['a key twice', '{x: 1, x: 2}', '7-8 名称“x”出现了两次'],
]
for (const [name, text, fault] of faults) test(`compile: fault, ${name}`, () => assert.equal(worth(text), fault))

const hostile: readonly (readonly [name: string, text: string, answer: RegExp])[] = [
  ['brackets without end', '('.repeat(5000), /^\d+-\d+ 嵌套超过 200 层/],
  ['tests within tests', 'a in ('.repeat(100), /^\d+-\d+ /],
  ['a function that calls itself', '{f: function(g, n) g(g, n + 1), r: f(f, 0)}.r', /^null$/],
  ['a loop of a billion', 'count(for i in 1..1000000000 return i)', /^null$/],
  ['loops in loops', 'for a in 1..100000, b in 1..100000 return 1', /^null$/],
  ['calls that double', '{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 100)}.r', /^null$/],
  ['a power without end', '10 ** 9999999', /^null$/],
]
for (const [name, text, answer] of hostile) test(`compile: ends, ${name}`, () => assert.match(worth(text), answer))
