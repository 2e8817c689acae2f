import { type Article, articleOf, articlesOf, dayInWords, type Paragraph } from './articles.ts'
import { type Imprint, labelOf, type PrintedDocument, type PrintedIssue } from './content.ts'

/** The issue as plain text, a paragraph a line with a blank line between; `pageOf` says where each article begins. */
export function gazetteText(
  issue: PrintedIssue,
  { imprint, pages }: { readonly imprint: Imprint; readonly pages: readonly number[] },
): string {
  const articles = articlesOf(issue)
  const lines = [
    ...coverLines(issue),
    imprint.heading,
    ...imprint.lines,
    '目 录',
    ...contentsLines(articles, pages),
    ...articles.flatMap(({ paragraphs }) => paragraphs.map(paragraphText)),
  ]
  return `${lines.join('\n\n')}\n`
}

/** One document as plain text, as it stands in an issue. */
export function documentText(document: PrintedDocument): string {
  return articleText(articleOf(document))
}

/** One article as plain text. */
export function articleText({ paragraphs }: Article): string {
  return `${paragraphs.map(paragraphText).join('\n\n')}\n`
}

/** What the cover says, the name of the gazette first. */
export function coverLines(issue: PrintedIssue): readonly string[] {
  return [
    issue.title,
    labelOf(issue),
    `主管主办：${issue.sponsor}`,
    `编辑出版：${issue.publisher}`,
    `出版日期：${dayInWords(issue.publishedOn)}`,
    ...(issue.note === null ? [] : [`（${issue.note}）`]),
  ]
}

function contentsLines(articles: readonly Article[], pages: readonly number[]): readonly string[] {
  return articles.flatMap(({ section, number, title }, i) => [
    ...(articles[i - 1]?.section === section ? [] : [`◎${section}`]),
    ...(number === null ? [`${title} ${pages[i] ?? 0}`] : [title, `${number} ${pages[i] ?? 0}`]),
  ])
}

function paragraphText(paragraph: Paragraph): string {
  if (paragraph.role !== 'table') return paragraph.text
  return paragraph.rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
