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

/** The canonical text, the same for the same place everywhere: `documents/聊政发〔2021〕7号/附件/一/（一）`. */
export function writeProvision({ document, path }: ProvisionRef): string {
  return [ROOT, ...[document, ...path].map(writePiece)].join('/')
}

/** The place that a canonical text names, or undefined where it is none or not spelt canonically. */
export function findProvision(text: string): ProvisionRef | undefined {
  const [root, document, ...path] = text.split('/').map(readPiece)
  if (root !== ROOT || !document || path.includes('') || !text.isWellFormed()) return undefined
  const found = { document, path }
  return writeProvision(found) === text ? found : undefined
}

/**
 * The path of a provision's page: `/documents/…`, percent-encoded so that it passes through any browser, which shows it
 * in Chinese. A router that decodes it gets `/` and the canonical text.
 */
export function permalinkOf(ref: ProvisionRef): string {
  return `/${writeProvision(ref).toWellFormed().split('/').map(encodeURIComponent).join('/')}`
}

/** The place that a permalink leads to, or undefined. */
export function findPermalink(path: string): ProvisionRef | undefined {
  if (!path.startsWith('/')) return undefined
  try {
    // Decoding piece by piece, so that an encoded slash is never taken for a separator.
    const pieces = path.slice(1).split('/').map(decodeURIComponent)
    return pieces.some((piece) => piece.includes('/')) ? undefined : findProvision(pieces.join('/'))
  } catch {
    return undefined // no percent-encoding of any text
  }
}

export function sameProvision(a: ProvisionRef, b: ProvisionRef): boolean {
  return writeProvision(a) === writeProvision(b)
}

const ROOT = 'documents'

/** After JSON Pointer (RFC 6901), and `.` and `..` too, which a browser would take for steps in the path. */
function writePiece(piece: string): string {
  const escaped = piece.replaceAll('~', '~0').replaceAll('/', '~1')
  return escaped === '.' || escaped === '..' ? escaped.replaceAll('.', '~2') : escaped
}

function readPiece(piece: string): string {
  return piece.replaceAll('~2', '.').replaceAll('~1', '/').replaceAll('~0', '~')
}
