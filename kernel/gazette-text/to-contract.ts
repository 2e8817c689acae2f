import type { IssueRead } from './model.ts'

/** The JSON of `parse FILE --json`, plain values only. */
export function toParseContract(read: IssueRead) {
  return {
    issue: read.issue,
    documents: read.documents.map(({ number, title, issuer, date, kind, milestones, addressees, page }) => ({
      number,
      title,
      issuer,
      date,
      kind,
      addressees,
      page,
      milestones: milestones.map(({ phrase, due, text }) => ({ phrase, due, text })),
    })),
    measures: read.measures.map((measure) => ({
      document: measure.document,
      path: measure.path,
      title: measure.title,
      text: measure.text,
      assignments: measure.assignments.map(({ leads, supports, label, covers }) => ({
        leads,
        supports,
        label,
        covers,
      })),
      lead_by_rule: measure.leadByRule,
      deadlines: measure.deadlines.map(({ phrase, kind, due, start, rule }) => ({ phrase, kind, due, start, rule })),
      targets: measure.targets.map(({ phrase, metric, op, value, unit }) => ({ phrase, metric, op, value, unit })),
      span: measure.span,
    })),
    appointments: read.appointments.map(({ person, action, post, date, document, probation_months, note }) => ({
      person,
      action,
      post,
      date,
      document,
      probation_months,
      note,
    })),
    chronicle: read.chronicle.map(({ start, end, text, people }) => ({ start, end, text, people })),
    faults: read.faults.map(({ line, code, message }) => ({ line, code, message })),
  }
}
