const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** A line that is longer than allowed; the rest of it was passed over. */
export const TOO_LONG = Symbol('line too long')

/**
 * The lines of a UTF-8 stream, one after another in little memory, without their \n or \r\n. Only these end a line:
 * JSON may hold any other separator as it is. A byte order mark at the very start is dropped.
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<string | typeof TOO_LONG> {
  let pieces: Uint8Array[] = []
  let length = 0
  const take = (piece: Uint8Array) => {
    length += piece.length
    if (length <= longest) pieces.push(piece)
  }
  const finish = () => {
    const line = length > longest ? TOO_LONG : textOf(Buffer.concat(pieces))
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}

const decoder = new TextDecoder()

function textOf(line: Uint8Array): string {
  return decoder.decode(line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line)
}
