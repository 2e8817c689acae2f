// What a line of the rules may read. Stands by itself: the desk lists it without loading the language of the rules.

/** Facts that the ledger counts for each unit when a period closes. */
export const countedFacts = [
  '应报数',
  '按时签报数',
  '逾期签报数',
  '未报数',
  '采纳数',
  '退回数',
  '牵头任务数',
  '办结任务数',
  '逾期任务数',
  '延期任务数',
  '未解决问题数',
  '逾期未改发现数',
  '目标数',
  '达到目标数',
] as const

/** Facts that the office states with their source as a number. */
export const statedNumbers = ['省评名次', '上年省评名次', '质量评价'] as const

/** Facts that the office states with their source as yes or no. */
export const statedAnswers = [
  '省评位居全省前列',
  '具有示范引领作用',
  '全省排名靠后',
  '因不作为慢作为',
  '造成不良影响',
] as const

export const statedFacts = [...statedNumbers, ...statedAnswers] as const

/**
 * The indicators in whose chapters the unit leads tasks, as a list; each has 指标, 上年名次, 名次 and 目标名次. Which they
 * are is frozen at the close, the ranks are stated by the office for the whole city.
 */
export const rankedFact = '省评指标'
