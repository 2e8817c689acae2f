/**
 * A place in a document that can be cited. An empty path is the whole document. A law outside the city's own documents is
 * cited the same way, by its title; whether its text is held, and so whether there is a page to link to, is not known here.
 */
export interface ProvisionRef {
  /** Document number (聊政发〔2021〕7号), or the title of what has none. */
  readonly document: string
  /** Printed marks from the document down: 附件, 一, （一）. */
  readonly path: readonly string[]
}
