export type {
  AppointmentRead,
  AssignmentRead,
  ChronicleRead,
  ContentsEntry,
  DeadlineKind,
  DeadlineRead,
  DocumentRead,
  Fault,
  IssueHead,
  IssueRead,
  Mark,
  MeasureRead,
  MilestoneRead,
  Piece,
  ProvisionRead,
  Span,
  TargetRead,
} from './model.ts'
export { parseIssue } from './parse-issue.ts'
export { toParseContract } from './to-contract.ts'
