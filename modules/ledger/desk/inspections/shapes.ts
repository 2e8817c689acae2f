import type { z } from 'zod'
import type {
  finding,
  findingFilter,
  getFindingEndpoint,
  getInspectionEndpoint,
  listInspectionsEndpoint,
  listTeamPeopleEndpoint,
} from '../../inspections/api.ts'

export type InspectionItem = z.output<typeof listInspectionsEndpoint.reply>['items'][number]
export type Inspection = z.output<typeof getInspectionEndpoint.reply>
export type Finding = z.output<typeof finding>
export type FindingDetail = z.output<typeof getFindingEndpoint.reply>
export type FindingFilter = Partial<z.output<typeof findingFilter>>
export type TeamPerson = z.output<typeof listTeamPeopleEndpoint.reply>['items'][number]
