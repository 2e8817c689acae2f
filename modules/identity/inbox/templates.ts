/** A message with `{name}` places. */
export interface Template {
  readonly title: string
  readonly body: string
}

/** What this module itself tells. */
export const ownTemplates = {
  'probation-ending': { title: '试用期将满：{person}', body: '{person}（{post}）的试用期于 {day} 届满。' },
  'reaction-failed': {
    title: '后台处理没有办成：{event}',
    body: '{module} 对 {event} 的处理重试多次仍未成功，不再自动重试；已保存的内容没有受影响。请查看原因，排除后在“后台处理”重新办理。',
  },
} as const satisfies Record<string, Template>

const shipped = new Map<string, Template>(Object.entries(ownTemplates))

/** Adds what another module tells to the messages that a city may word anew. A key shipped twice is a bug. */
export function shipTemplates(templates: Readonly<Record<string, Template>>): void {
  for (const [key, template] of Object.entries(templates)) {
    if (shipped.has(key)) throw new Error(`message ${key} is shipped twice`)
    shipped.set(key, template)
  }
}

/** All messages as the program ships them, by key. */
export function shippedTemplates(): ReadonlyMap<string, Template> {
  return shipped
}

/** Fills a template's places; a place without a value stays as it is, so that it is seen. */
export function fill(template: Template, params: Readonly<Record<string, string | number>>): Template {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
  return { title: put(template.title), body: put(template.body) }
}
