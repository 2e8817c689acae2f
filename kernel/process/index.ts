export { conditionsOf, procedureFaults } from './check-procedure.ts'
export { type CaseClock, clocksOf, runningClock } from './clocks.ts'
export { dueAct } from './due.ts'
export type { Act, ActType, CaseEvent, EventType, Person } from './events.ts'
export type {
  Acceptance,
  Check,
  DayTerm,
  ExtensionRule,
  Ground,
  Outcome,
  Post,
  Procedure,
  Stage,
  Step,
  StepOutcome,
} from './procedure.ts'
export type { Refusal } from './refusal.ts'
export { type CaseState, type OpenStep, type Phase, stateOf } from './state.ts'
export { type Moment, type Taken, takeAct } from './take-act.ts'
