import { containerOf } from './container.ts'
import { readApart } from './read-apart.ts'
import { defaultLimits, refuse, type SourceLimits, type SourceRead } from './source-read.ts'
import { readTxt } from './txt.ts'

/**
 * Text of an uploaded gazette. The content decides what the file is; the name decides nothing and is only
 * mentioned in a note when its ending says otherwise. Never throws on bad input and always comes back:
 * docx and pdf are read in a thread of their own, within `limits.maxMilliseconds`.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  limits: SourceLimits = defaultLimits,
): Promise<SourceRead> {
  if (bytes.length === 0) return refuse('source-empty')
  if (bytes.length > limits.maxBytes) return refuse('source-too-large')
  return withNameNote(await readContent(bytes, limits), fileName)
}

async function readContent(bytes: Uint8Array, limits: SourceLimits): Promise<SourceRead> {
  const container = containerOf(bytes)
  if (container === 'text') return readTxt(bytes)
  if (container === 'pdf' || container === 'zip') return readApart({ container, bytes }, limits.maxMilliseconds)
  return refuse(container)
}

function withNameNote(read: SourceRead, fileName: string): SourceRead {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase()
  if (!read.ok || ending === undefined || ending === read.kind) return read
  return { ...read, notes: [...read.notes, `文件名以 .${ending} 结尾，实际按内容读作 ${read.kind}。`] }
}
