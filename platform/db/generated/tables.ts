// Written by `npm run schema` from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
export type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

export interface Account {
  id: string
  auth_user_id: string
  username: string
  name: string
  body_id: string | null
  title: string | null
  email: string | null
  state: Generated<string>
  made_at: string
  version: Generated<number>
  must_change_password: Generated<boolean>
  invented: Generated<boolean>
}

export interface AccountRole {
  account_id: string
  role: string
}

export interface AuditEra {
  era: number
  began_at: Generated<string>
}

export interface AuditRecord {
  id: GeneratedAlways<number>
  era: number
  txid: Generated<number>
  legal_at: string
  machine_at: Generated<string>
  actor_kind: string
  actor_id: string | null
  body_id: string | null
  action: string
  thing: string
  basis: string | null
  before_digest: string | null
  after_digest: string | null
  reason: string | null
}

export interface AuditSeal {
  id: number
  era: number
  through_txid: number
  records: number
  root: string
  previous_seal: string
  seal: string
  sealed_at: Generated<string>
}

export interface AuthAccount {
  id: Generated<string>
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: Generated<string>
  updatedAt: string
}

export interface AuthSecret {
  id: Generated<number>
  secret: string
}

export interface AuthSession {
  id: Generated<string>
  expiresAt: string
  token: string
  createdAt: Generated<string>
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
  userId: string
}

export interface AuthTwoFactor {
  id: Generated<string>
  secret: string
  backupCodes: string
  userId: string
  verified: boolean | null
  failedVerificationCount: number | null
  lockedUntil: string | null
}

export interface AuthUser {
  id: Generated<string>
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
  username: string | null
  displayUsername: string | null
  twoFactorEnabled: boolean | null
}

export interface AuthVerification {
  id: Generated<string>
  identifier: string
  value: string
  expiresAt: string
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface Body {
  id: string
  key: string
  kind: string
  level: string | null
  division: string | null
  parent_id: string | null
  position: Generated<number>
  certainty: string | null
  note: string | null
  assigned: Generated<boolean>
  effective_from: string | null
  effective_to: string | null
  version: Generated<number>
}

export interface BodyAlias {
  id: string
  body_id: string
  name: string
  folded: string
  basis: string | null
  said_by: string | null
  effective_from: string | null
  effective_to: string | null
  said_by_name: string | null
  settles: Generated<boolean>
}

export interface BodyGroup {
  id: string
  key: string
  name: string
  complete: boolean
  version: Generated<number>
}

export interface BodyGroupMember {
  group_id: string
  body_id: string
  position: Generated<number>
  effective_from: string | null
  effective_to: string | null
}

export interface BodyGroupName {
  group_id: string
  name: string
  folded: string
}

export interface BodyName {
  id: string
  body_id: string
  name: string
  short: string
  folded_name: string
  folded_short: string
  effective_from: string | null
  effective_to: string | null
}

export interface BodySuccessor {
  id: string
  body_id: string
  successor_id: string | null
  name: string
  effective_from: string | null
  basis: string | null
}

export interface CaseDraft {
  id: string
  account_id: string
  item_code: string
  content: Json
  version: number
  saved_at: string
}

export interface CaseEvent {
  case_id: string
  number: number
  at: string
  actor_id: string | null
  actor_name: string
  content: Json
}

export interface CaseFile {
  id: string
  number: string
  item_code: string
  item_name: string
  item_version_id: string
  body: string
  applicant_id: string | null
  party_kind: string
  party_name: string
  party: Json
  answers: Json
  channel: string
  submitted_at: string
  version: number
  phase: string
  stage: string | null
  last_day: string | null
  near_day: string | null
  law_day: string | null
  paused: boolean
  provisional: boolean
  closed: boolean
  overdue_told: string | null
  serial: Generated<number>
}

export interface CaseMaterial {
  case_id: string
  file_id: string
  material: string
  added_at: string
  added_by: string | null
}

export interface CaseNote {
  id: string
  case_id: string
  at: string
  actor_id: string | null
  actor_name: string
  words: string
  step: string | null
  outcome: string | null
}

export interface CasePart {
  case_id: string
  unit: string
  number: string
  posts: string[]
  last_day: string
  near_day: string | null
}

export interface DailyRun {
  module: string
  day: string
  done_at: Generated<string>
}

export interface DemonstrationPlay {
  id: Generated<number>
  first_day: string
  last_day: string
  scale: number
  played_to: string | null
  problem: string | null
}

export interface GazetteAct {
  id: string
  document_id: string
  version: number
  position: number
  person: string
  action: string
  post: string
  acted_on: string | null
  probation_months: number | null
  note: string | null
  line: number
}

export interface GazetteChronicle {
  id: string
  document_id: string
  version: number
  position: number
  starts_on: string
  ends_on: string
  text: string
  people: string[]
  line: number
}

export interface GazetteComposition {
  id: string
  title: string
  year: number
  number: number
  serial: number | null
  month: string
  published_on: string
  sponsor: string
  publisher: string
  sections: Json
  acts: Json
  chronicle: Json
  state: Generated<string>
  composed_by: string | null
  composed_name: string
  composed_on: string
  reviewed_by: string | null
  reviewed_name: string | null
  reviewed_on: string | null
  reviewed_digest: string | null
  void_reason: string | null
  version: Generated<number>
}

export interface GazetteDocument {
  id: string
  key: string
  number: string | null
  folded_number: string | null
  title: string
  folded_title: string
  kind: string | null
  issuer: string | null
  signed_on: string | null
  addressees: string | null
  effective_from: string | null
  effective_until: string | null
  openness: string | null
  issue_id: string | null
  section: string | null
  page: number | null
  origin: string
  facts: Json
  text_version: Generated<number>
  version: Generated<number>
}

export interface GazetteDocumentText {
  document_id: string
  version: number
  source_id: string
  import_id: string
  digest: string
  line: number
  milestones: Json
  read_at: string
}

export interface GazetteHanging {
  id: string
  document: string
  folded: string
  path: string[]
  path_key: string
  thing: string
  kind: string
  title: string
  url: string
  state: string
  due: string | null
  detail: string | null
  visible: string
  course: NullableJson
}

export interface GazetteImport {
  id: string
  file_name: string
  file_size: number
  file_digest: string
  stage: string
  percent: Generated<number>
  outcome: string | null
  counts: Json
  faults: Json
  notes: Json
  refusal: NullableJson
  issue_id: string | null
  source_id: string | null
  document_ids: Generated<string[]>
  draft: NullableJson
  account_id: string | null
  account_name: string
  received_at: string
  finished_at: string | null
  year: number | null
}

export interface GazetteIssue {
  id: string
  key: string
  title: string
  year: number | null
  number: number | null
  serial: number | null
  label: string
  sponsor: string | null
  publisher: string | null
  contents: Json
  source_id: string | null
  version: Generated<number>
}

export interface GazetteJudgement {
  document_id: string
  path_key: string
  reason: string
  decided_by: string | null
  decided_name: string
  decided_at: string
  version: Generated<number>
}

export interface GazetteManuscript {
  id: string
  thing: string | null
  section: string
  number: string | null
  folded_number: string | null
  title: string
  issuer: string | null
  signed_on: string | null
  addressees: string | null
  body: string
  annex: string
  withdrawn: Generated<boolean>
  written_by: string | null
  written_name: string
  written_at: string
  version: Generated<number>
}

export interface GazetteMeasure {
  id: string
  document_id: string
  version: number
  provision_id: string | null
  position: number
  path: string[]
  path_key: string
  read: Json
}

export interface GazettePrinting {
  manuscript_id: string
  composition_id: string
}

export interface GazetteProvision {
  id: string
  document_id: string
  version: number
  position: number
  depth: number
  path: string[]
  path_key: string
  kind: string
  mark: string | null
  heading: string | null
  text: string
  line: number
  pieces: Json
}

export interface GazetteSignedIssue {
  position: number
  composition_id: string
  issue_id: string
  content: string
  content_hash: string
  statement: string
  hash: string
  previous: string
  signature: string
  public_key: string
  seal_id: number
  seal: string
  txt_file_id: string
  docx_file_id: string
  pdf_file_id: string
  pages: number
  signed_by: string | null
  signed_name: string
  signed_on: string
  signed_at: string
}

export interface GazetteSource {
  id: string
  digest: string
  text: string
  file_name: string
  file_kind: string
  file_digest: string
  pages: number | null
  notes: Json
  read_at: string
}

export interface InboxChannel {
  id: string
  account_id: string
  kind: string
  target: string
  secret: string
}

export interface InboxDelivery {
  id: string
  message_id: string
  channel_id: string | null
  kind: string
  state: string
  fault: string | null
  tried_at: Generated<string>
}

export interface InboxMessage {
  id: string
  account_id: string
  template: string
  title: string
  body: string
  href: string | null
  once_key: string | null
  written_at: string
  read_at: string | null
  number: GeneratedAlways<number>
}

export interface InboxTemplate {
  key: string
  title: string
  body: string
  version: Generated<number>
}

export interface LedgerCharge {
  body_id: string
  post: string
}

export interface LedgerDispatchScheme {
  id: string
  name: string
  document_id: string | null
  opens_day: number
  due_day: number
  remind_days: number
  grace_days: number
  step_days: number
  from_month: string
  to_month: string | null
  supports_report: boolean
  paused: Generated<boolean>
  version: Generated<number>
}

export interface LedgerDocument {
  id: string
  key: string
  folded: string
  number: string | null
  title: string
  kind: string | null
  issuer: string | null
  signed_on: string | null
  source: string
  gazette_document_id: string | null
  issue_id: string | null
  supervisor_body_id: string | null
  supervisor_name: string | null
  milestones: Json
  headings: Json
  release: Generated<string>
  version: Generated<number>
}

export interface LedgerEscalation {
  period_id: string
  body_id: string
  level: number
  on_day: string
  post: string | null
  missing: number
}

export interface LedgerFinding {
  id: string
  inspection_id: string
  number: number
  text: string
  basis: string | null
  task_id: string | null
  body_id: string
  term_days: number | null
  due: string
  found_on: string
  found_by: string | null
  found_name: string
  state: Generated<string>
  mend_words: Generated<string>
  mend_by: string | null
  mend_name: string | null
  signed_by: string | null
  signed_name: string | null
  signed_on: string | null
  verified_name: string | null
  verified_on: string | null
  closed_on: string | null
  version: Generated<number>
}

export interface LedgerFindingEscalation {
  finding_id: string
  due: string
  level: number
  on_day: string
  post: string | null
}

export interface LedgerFindingEvent {
  id: GeneratedAlways<number>
  finding_id: string
  at: string
  step: string
  actor_id: string | null
  actor_name: string
  words: string | null
}

export interface LedgerFindingFile {
  finding_id: string
  file_id: string
  part: string
}

export interface LedgerFollow {
  account_id: string
  task_id: string | null
  measure_id: string | null
  followed_at: string
}

export interface LedgerIndicator {
  key: string
  position: number
  name: string
  folded: string
  chapters: string[]
  commander: string | null
  commander_post: string | null
  goal_within: number | null
  goal_reach: number | null
  goal_otherwise: number | null
  goal_basis: string | null
}

export interface LedgerIndicatorRank {
  id: GeneratedAlways<number>
  period_id: string
  indicator_key: string
  rank_before: number
  rank: number
  source: string
  by_id: string | null
  by_name: string
  at: string
}

export interface LedgerInspection {
  id: string
  kind: string
  title: string
  plan: string
  from_day: string
  to_day: string
  places: string[]
  verifier_body_id: string | null
  grace_days: number
  repeat_reason: string | null
  planned_on: string
  planned_name: string
  version: Generated<number>
}

export interface LedgerInspectionBody {
  inspection_id: string
  body_id: string
}

export interface LedgerInspectionFile {
  inspection_id: string
  file_id: string
}

export interface LedgerInspectionMember {
  inspection_id: string
  ordinal: number
  name: string
  account_id: string | null
}

export interface LedgerInspectionSubject {
  inspection_id: string
  document_id: string
  task_id: string | null
}

export interface LedgerMeasure {
  id: string
  document_id: string
  position: number
  path: string[]
  path_key: string
  title: string
  source: string
  source_key: string | null
  reading: Json
  incoming: NullableJson
  gone: Generated<boolean>
  draft: Json
  faults: Json
  blocking: Generated<boolean>
  open_names: Generated<string[]>
  edited: Generated<boolean>
  state: Generated<string>
  confirmed_by: string | null
  confirmed_name: string | null
  confirmed_at: string | null
  version: Generated<number>
}

export interface LedgerMetric {
  id: string
  name: string
  unit: string
  direction: string
  body_id: string | null
  document_id: string | null
  measure_id: string | null
  task_id: string | null
  task_ordinal: number | null
  indicator_key: string | null
  baseline: string | null
  baseline_on: string | null
  computed: string | null
  version: Generated<number>
}

export interface LedgerMetricPoint {
  id: GeneratedAlways<number>
  metric_id: string
  on_day: string
  value: string
  source: string
  source_id: string | null
  by_id: string | null
  by_name: string
  at: string
}

export interface LedgerMetricSource {
  task_id: string
  ordinal: number
  metric_id: string
}

export interface LedgerMetricTarget {
  metric_id: string
  on_day: string
  op: string
  value: string
  phrase: string
}

export interface LedgerNotice {
  id: string
  kind: string
  period_id: string | null
  body_ids: string[]
  content: Json
  series: string
  state: Generated<string>
  drafted_by: string | null
  drafted_name: string
  drafted_on: string
  reviewed_by: string | null
  reviewed_name: string | null
  reviewed_on: string | null
  year: number | null
  serial: number | null
  issued_name: string | null
  issued_on: string | null
  docx_file_id: string | null
  pdf_file_id: string | null
  published: Generated<boolean>
  version: Generated<number>
  written: Generated<number>
}

export interface LedgerNoticeAnswer {
  id: string
  notice_id: string
  body_id: string
  kind: string
  text: string
  by_id: string | null
  by_name: string
  on_day: string
  at: string
}

export interface LedgerNoticeSeries {
  series: string
  year: number
  last: number
}

export interface LedgerPeriod {
  id: string
  scheme_id: string
  month: string
  opened_on: string
  due: string
  closed_on: string | null
  version: Generated<number>
}

export interface LedgerPostHolder {
  post: string
  account_id: string
}

export interface LedgerProblem {
  id: string
  task_id: string | null
  body_id: string
  source: string
  source_id: string | null
  text: string
  help_wanted: string | null
  raised_body_id: string | null
  raised_name: string
  raised_on: string
  due: string | null
  state: Generated<string>
  solved_on: string | null
  version: Generated<number>
}

export interface LedgerProblemEvent {
  id: GeneratedAlways<number>
  problem_id: string
  at: string
  step: string
  actor_id: string | null
  actor_name: string
  words: string | null
}

export interface LedgerRemedy {
  id: string
  problem_id: string
  body_id: string
  text: string
  due: string | null
  done_on: string | null
  done_words: string | null
  version: Generated<number>
}

export interface LedgerReport {
  id: string
  period_id: string
  task_id: string
  body_id: string
  role: string
  state: Generated<string>
  progress: Generated<string>
  percent: number | null
  figures: Generated<Json>
  problems: Generated<string>
  help_wanted: Generated<string>
  drafted_by: string | null
  drafted_name: string | null
  signed_by: string | null
  signed_name: string | null
  signed_on: string | null
  merged_into: string | null
  answer: string | null
  answered_by: string | null
  answered_on: string | null
  version: Generated<number>
}

export interface LedgerReportEvent {
  id: GeneratedAlways<number>
  report_id: string
  at: string
  step: string
  actor_id: string | null
  actor_name: string
  words: string | null
}

export interface LedgerReportFile {
  report_id: string
  file_id: string
}

export interface LedgerReturn {
  id: string
  file_name: string
  unchanged: number
  items: Json
  account_id: string | null
  uploaded_at: string
  version: Generated<number>
}

export interface LedgerScoreFact {
  id: GeneratedAlways<number>
  period_id: string
  body_id: string
  name: string
  value: Json
  source: string
  by_id: string | null
  by_name: string
  at: string
}

export interface LedgerScoreInput {
  period_id: string
  body_id: string
  facts: Json
  frozen_at: string
}

export interface LedgerScoreIssue {
  period_id: string
  rules_id: string
  last_fact: number
  issued_by: string | null
  issued_name: string
  issued_on: string
  at: string
  last_rank: Generated<number>
}

export interface LedgerScoreLine {
  id: GeneratedAlways<number>
  period_id: string
  body_id: string
  line_key: string
  points: string | null
  talk: Generated<boolean>
  reasons: Json
  objection_id: string | null
  words: string | null
  by_id: string | null
  by_name: string
  at: string
  settled: Generated<boolean>
}

export interface LedgerScoreObjection {
  id: string
  period_id: string
  body_id: string
  line_key: string
  text: string
  raised_by: string | null
  raised_name: string
  raised_on: string
  due: string
  state: Generated<string>
  answer: string | null
  decided_by: string | null
  decided_name: string | null
  decided_on: string | null
  version: Generated<number>
}

export interface LedgerScoreRules {
  id: string
  number: number
  lines: Json
  reason: string
  decided_by: string | null
  decided_name: string
  decided_on: string
  decided_at: string
}

export interface LedgerSheet {
  id: string
  file_name: string
  digest: string
  sheets: Json
  account_id: string | null
  uploaded_at: string
}

export interface LedgerSheetMapping {
  signature: string
  mapping: Json
  said_by: string | null
  said_at: string
}

export interface LedgerTask {
  id: string
  measure_id: string
  parent_id: string | null
  ordinal: number
  title: string
  span_start: number | null
  span_end: number | null
  state: string
  due: string | null
  due_phrase: string | null
  next_due: string | null
  original_due: string | null
  late_reason: string | null
  reported_on: string | null
  extension: NullableJson
  merged_into: string | null
  suspended_in: string | null
  changed_at: string
  version: Generated<number>
  agreed_past: string | null
}

export interface LedgerTaskEvent {
  id: GeneratedAlways<number>
  task_id: string
  at: string
  step: string
  to_state: string
  actor_id: string | null
  actor_name: string
  body_id: string | null
  words: string | null
}

export interface LedgerTaskMilestone {
  id: string
  task_id: string
  ordinal: number
  phrase: string
  kind: string
  due: string | null
  start_on: string | null
  rule: string | null
  inherited: boolean
  name: string | null
  reached_on: string | null
}

export interface LedgerTaskParty {
  task_id: string
  role: string
  ordinal: number
  name: string
  body_id: string | null
  via_group: string | null
}

export interface LedgerTaskTarget {
  task_id: string
  ordinal: number
  phrase: string
  metric: string
  op: string
  value: number
  unit: string
}

export interface LedgerView {
  id: string
  account_id: string
  name: string
  query: Json
  shared: Generated<boolean>
}

export interface LegalTime {
  id: Generated<number>
  stands_at: string
}

export interface Licence {
  id: string
  issue_key: string
  type: string
  name: string
  year: number
  serial: number
  number: string
  code: string
  body: string
  issuer: string
  account_id: string | null
  holder: Json
  fields: Json
  basis: string
  item_version: string
  valid_from: string
  valid_to: string | null
  signed_text: string
  signatures: Json
  issued_at: string
  state: string
  version: number
}

export interface LicenceAct {
  licence_id: string
  number: number
  type: string
  reason: string
  at: string
  actor_id: string | null
  actor_name: string
}

export interface LicenceNumber {
  type: string
  year: number
  last: number
}

export interface LicenceRelease {
  id: string
  licence_id: string
  fields: string[]
  until: string
  released_at: string
  withdrawn_at: string | null
}

export interface LicenceShowing {
  id: string
  licence_id: string
  at: string
  who: string
  fields: string[]
}

export interface OutboxEvent {
  id: string
  name: string
  payload: Json
  written_at: Generated<string>
  dispatched_at: string | null
}

export interface Post {
  id: string
  key: string
  body_id: string | null
  title: string
  name: string
  folded: string
}

export interface SearchEntry {
  thing: string
  scope: string
  kind: string
  year: number | null
  title: string
  context: Generated<string>
  body: string
  url: string
  may: Generated<string>
  tokens: string
}

export interface SearchTerm {
  term: string
}

export interface ServiceItemVersion {
  id: string
  code: string
  number: number
  effective_from: string | null
  effective_to: string | null
  content: Json
  digest: string
  published_by: string
  published_at: string
}

export interface ServiceTarget {
  figure: string
  percent: string
  by_day: string | null
  basis: Json
}

export interface SignInFailure {
  username: string
  failed_at: Generated<string>
}

export interface SignInRule {
  id: Generated<number>
  code_roles: Generated<string[]>
  version: Generated<number>
}

export interface SigningKey {
  number: number
  public_key: string
  private_key: string
  made_at: string
}

export interface Sm2Key {
  number: number
  public_key: string
  private_key: string
  made_at: string
}

export interface StoredFile {
  id: string
  digest: string
  name: string
  kind: string
  bytes: number
  kept_at: string
  kept_by: string | null
}

export interface Tenure {
  id: string
  post_id: string
  person: string
  held_from: string | null
  held_until: string | null
  appointed_by: string | null
  ended_by: string | null
  end_kind: string | null
  probation_months: number | null
  probation_until: string | null
  rank_note: string | null
  end_note: string | null
  begin_place: Generated<number>
  end_place: Generated<number>
}

export interface Tables {
  account: Account
  account_role: AccountRole
  audit_era: AuditEra
  audit_record: AuditRecord
  audit_seal: AuditSeal
  auth_account: AuthAccount
  auth_secret: AuthSecret
  auth_session: AuthSession
  auth_two_factor: AuthTwoFactor
  auth_user: AuthUser
  auth_verification: AuthVerification
  body: Body
  body_alias: BodyAlias
  body_group: BodyGroup
  body_group_member: BodyGroupMember
  body_group_name: BodyGroupName
  body_name: BodyName
  body_successor: BodySuccessor
  case_draft: CaseDraft
  case_event: CaseEvent
  case_file: CaseFile
  case_material: CaseMaterial
  case_note: CaseNote
  case_part: CasePart
  daily_run: DailyRun
  demonstration_play: DemonstrationPlay
  gazette_act: GazetteAct
  gazette_chronicle: GazetteChronicle
  gazette_composition: GazetteComposition
  gazette_document: GazetteDocument
  gazette_document_text: GazetteDocumentText
  gazette_hanging: GazetteHanging
  gazette_import: GazetteImport
  gazette_issue: GazetteIssue
  gazette_judgement: GazetteJudgement
  gazette_manuscript: GazetteManuscript
  gazette_measure: GazetteMeasure
  gazette_printing: GazettePrinting
  gazette_provision: GazetteProvision
  gazette_signed_issue: GazetteSignedIssue
  gazette_source: GazetteSource
  inbox_channel: InboxChannel
  inbox_delivery: InboxDelivery
  inbox_message: InboxMessage
  inbox_template: InboxTemplate
  ledger_charge: LedgerCharge
  ledger_dispatch_scheme: LedgerDispatchScheme
  ledger_document: LedgerDocument
  ledger_escalation: LedgerEscalation
  ledger_finding: LedgerFinding
  ledger_finding_escalation: LedgerFindingEscalation
  ledger_finding_event: LedgerFindingEvent
  ledger_finding_file: LedgerFindingFile
  ledger_follow: LedgerFollow
  ledger_indicator: LedgerIndicator
  ledger_indicator_rank: LedgerIndicatorRank
  ledger_inspection: LedgerInspection
  ledger_inspection_body: LedgerInspectionBody
  ledger_inspection_file: LedgerInspectionFile
  ledger_inspection_member: LedgerInspectionMember
  ledger_inspection_subject: LedgerInspectionSubject
  ledger_measure: LedgerMeasure
  ledger_metric: LedgerMetric
  ledger_metric_point: LedgerMetricPoint
  ledger_metric_source: LedgerMetricSource
  ledger_metric_target: LedgerMetricTarget
  ledger_notice: LedgerNotice
  ledger_notice_answer: LedgerNoticeAnswer
  ledger_notice_series: LedgerNoticeSeries
  ledger_period: LedgerPeriod
  ledger_post_holder: LedgerPostHolder
  ledger_problem: LedgerProblem
  ledger_problem_event: LedgerProblemEvent
  ledger_remedy: LedgerRemedy
  ledger_report: LedgerReport
  ledger_report_event: LedgerReportEvent
  ledger_report_file: LedgerReportFile
  ledger_return: LedgerReturn
  ledger_score_fact: LedgerScoreFact
  ledger_score_input: LedgerScoreInput
  ledger_score_issue: LedgerScoreIssue
  ledger_score_line: LedgerScoreLine
  ledger_score_objection: LedgerScoreObjection
  ledger_score_rules: LedgerScoreRules
  ledger_sheet: LedgerSheet
  ledger_sheet_mapping: LedgerSheetMapping
  ledger_task: LedgerTask
  ledger_task_event: LedgerTaskEvent
  ledger_task_milestone: LedgerTaskMilestone
  ledger_task_party: LedgerTaskParty
  ledger_task_target: LedgerTaskTarget
  ledger_view: LedgerView
  legal_time: LegalTime
  licence: Licence
  licence_act: LicenceAct
  licence_number: LicenceNumber
  licence_release: LicenceRelease
  licence_showing: LicenceShowing
  outbox_event: OutboxEvent
  post: Post
  search_entry: SearchEntry
  search_term: SearchTerm
  service_item_version: ServiceItemVersion
  service_target: ServiceTarget
  sign_in_failure: SignInFailure
  sign_in_rule: SignInRule
  signing_key: SigningKey
  sm2_key: Sm2Key
  stored_file: StoredFile
  tenure: Tenure
}
