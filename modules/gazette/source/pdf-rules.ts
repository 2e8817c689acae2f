/** A straight line drawn on the page, upright or level, as it borders the cells of a table. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Numbers of the drawing operators, as the reader of the file counts them. */
export interface PathOperators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly constructPath: number
  readonly endPath: number
  readonly stroke: number
  readonly closeStroke: number
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Matrix = readonly [number, number, number, number, number, number]
type Point = readonly [x: number, y: number]

/** A page with more lines than this is a drawing, not a table. */
const MAX_RULES = 6000
const MAX_CORNERS = 12
const THIN = 3
const SHORTEST = 4

/** The level and upright lines of a page: strokes, and filled boxes so thin that they are meant as lines. */
export function rulesOf(list: OperatorList, operators: PathOperators): readonly Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [i, operator] of list.fnArray.entries()) {
    const args = list.argsArray[i]
    if (operator === operators.save || operator === operators.paintFormXObjectBegin) saved.push(matrix)
    if (operator === operators.transform) matrix = multiply(matrix, args)
    if (operator === operators.paintFormXObjectBegin && Array.isArray(args)) matrix = multiply(matrix, args[0])
    if (operator === operators.restore || operator === operators.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    if (operator === operators.constructPath && Array.isArray(args)) {
      if (args[0] === operators.endPath) continue
      const stroked = args[0] === operators.stroke || args[0] === operators.closeStroke
      for (const path of subpaths(args[1]?.[0], matrix)) {
        for (const rule of stroked ? edges(path) : thinBox(path)) rules.push(rule)
      }
    }
    if (rules.length > MAX_RULES) return []
  }
  return rules
}

function multiply(m: Matrix, args: unknown): Matrix {
  if (args === null || typeof args !== 'object') return m
  const [a, b, c, d, e, f] = Array.from(args as ArrayLike<number>)
  if (f === undefined || a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) {
    return m
  }
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ]
}

/** Numbers that follow each step: move, line, curve, quadratic curve, close. */
const STEP_LENGTH = [2, 2, 6, 4, 0]

function* subpaths(steps: ArrayLike<number> | undefined, m: Matrix): Generator<readonly Point[]> {
  let path: Point[] = []
  for (let at = 0; steps !== undefined && at < steps.length; ) {
    const step = steps[at] ?? 4
    const length = STEP_LENGTH[step] ?? 0
    if (step === 0) {
      if (path.length > 1) yield path
      path = []
    }
    const first = path[0]
    if (step === 4 && first !== undefined) path.push(first)
    if (length > 0) {
      const x = steps[at + length - 1] ?? 0
      const y = steps[at + length] ?? 0
      path.push([m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]])
    }
    at += length + 1
  }
  if (path.length > 1) yield path
}

function edges(path: readonly Point[]): readonly Rule[] {
  return path.flatMap((point, i) => {
    const before = path[i - 1]
    return before === undefined ? [] : straight(before, point)
  })
}

function thinBox(path: readonly Point[]): readonly Rule[] {
  if (path.length > MAX_CORNERS) return []
  const xs = path.map(([x]) => x)
  const ys = path.map(([, y]) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (high - low <= THIN) return straight([left, (low + high) / 2], [right, (low + high) / 2])
  if (right - left <= THIN) return straight([(left + right) / 2, low], [(left + right) / 2, high])
  return []
}

function straight([xa, ya]: Point, [xb, yb]: Point): readonly Rule[] {
  const wide = Math.abs(xa - xb)
  const tall = Math.abs(ya - yb)
  if (Math.min(wide, tall) > 0.5 || Math.max(wide, tall) < SHORTEST) return []
  return [{ x1: Math.min(xa, xb), y1: Math.min(ya, yb), x2: Math.max(xa, xb), y2: Math.max(ya, yb) }]
}
