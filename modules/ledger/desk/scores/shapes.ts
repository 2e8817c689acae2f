import type { z } from 'zod'
import type { getScoresEndpoint, listScoreRulesEndpoint, ruleLine, tryScoreLineEndpoint } from '../../scores/api.ts'

export type Scores = z.output<typeof getScoresEndpoint.reply>
export type UnitScore = Scores['units'][number]
export type Line = UnitScore['lines'][number]
export type Objection = Scores['objections'][number]
export type RuleLine = z.output<typeof ruleLine>
export type Rules = z.output<typeof listScoreRulesEndpoint.reply>['versions'][number]
export type TrialRow = z.output<typeof tryScoreLineEndpoint.reply>['rows'][number]
