import type { DocumentRead, Fault, ProvisionRead } from './model.ts'

/**
 * Faults for characters that stand both at the end of one page or column and at the start of the next (由市县｜县两级).
 * The text is kept as printed: 人人 and 天天 are words too, so a person decides.
 */
export function doubledFaults(documents: readonly DocumentRead[]): readonly Fault[] {
  const faults: Fault[] = []
  const walk = (provision: ProvisionRead): void => {
    for (const at of doubledAt(provision)) {
      const around = provision.text.slice(Math.max(0, at - 4), at + 4)
      const message = `“${around}”在换页或换栏处重复了“${provision.text[at]}”字，已照原文保留，请核对。`
      faults.push({ line: provision.line, code: 'character-doubled', message })
    }
    provision.children.forEach(walk)
  }
  for (const document of documents) document.provisions.forEach(walk)
  return faults
}

/** The offsets at which a piece begins with the character that the piece before it ended with. */
function doubledAt({ text, pieces }: ProvisionRead): readonly number[] {
  return pieces
    .filter((piece, i) => {
      const before = pieces[i - 1]
      const joined = before !== undefined && before.at + before.length === piece.at
      return joined && text[piece.at] === text[piece.at - 1] && /[\u4e00-\u9fa5]/.test(text[piece.at] ?? '')
    })
    .map((piece) => piece.at)
}
