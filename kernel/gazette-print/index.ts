export { articlesOf, dayInWords, eventText } from './articles.ts'
export {
  actsSection,
  chronicleSection,
  type Imprint,
  labelOf,
  type PrintedAct,
  type PrintedDocument,
  type PrintedEvent,
  type PrintedIssue,
} from './content.ts'
export { type GazetteLayout, highestRow, layOutGazette } from './layout.ts'
export { articleText, documentText, gazetteText } from './text.ts'
