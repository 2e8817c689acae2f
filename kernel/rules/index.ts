export { type Compiled, compile, type EvaluateOptions, type Vocabulary } from './compile/compile.ts'
export type { Hit, Notes } from './compile/frame.ts'
export { callService, type DecideOptions, decide } from './model/decide.ts'
export { type ExplainOptions, type Explanation, explain, type ReadFact, type Step } from './model/explain.ts'
export type {
  DecisionForm,
  FunctionForm,
  HitPolicy,
  Logic,
  ModelFault,
  ModelForm,
  NeedForm,
  ServiceForm,
  TableForm,
  TypeForm,
} from './model/forms.ts'
export { loadModel, type Model } from './model/load.ts'
export { type Fen, fen, fenOfYuan, yuanOfFen } from './money.ts'
export {
  addDecimals,
  compareDecimals,
  Decimal,
  divideDecimals,
  findDecimal,
  findInteger,
  integer,
  multiplyDecimals,
  type Rounding,
  roundDecimal,
  subtractDecimals,
  writeDecimal,
} from './number/decimal.ts'
export type { RuleFault } from './syntax/fault.ts'
export { dateOfDay, findDayOfDate, momentOf } from './temporal/civil.ts'
export { FeelDate, FeelDateTime } from './temporal/moments.ts'
export { type Json, jsonOf, type Plain, valueOfPlain } from './value/json.ts'
export { writeValue } from './value/text.ts'
export {
  type FeelContext,
  FeelFunction,
  type FeelList,
  FeelRange,
  isContext,
  isList,
  type Value,
} from './value/value.ts'
