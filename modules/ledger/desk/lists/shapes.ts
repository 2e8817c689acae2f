import type { z } from 'zod'
import type { listFilter, problem, problemDetail, remedyItem, responsibility } from '../../problems/api.ts'

export type Problem = z.output<typeof problem>
export type ProblemDetail = z.output<typeof problemDetail>
export type RemedyItem = z.output<typeof remedyItem>
export type Responsibility = z.output<typeof responsibility>
export type ListFilter = Partial<z.output<typeof listFilter>>
