import type { DomainError, ErrorKind } from '../errors/index.ts'
import type { ProblemBody } from './endpoint.ts'

/** The one table from kind of refusal to HTTP status. */
const statuses = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>

/** A refusal as RFC 9457 problem details. */
export function problemOf(error: DomainError): ProblemBody {
  return {
    type: `/errors#${error.code}`,
    title: error.said.what,
    status: statuses[error.kind],
    code: error.code,
    kept: error.said.kept,
    todo: error.said.todo,
    errors: error.said.fields,
    data: error.data,
  }
}

/** What a person is told of a bug: nothing of its inside, only a number to quote. */
export function problemOfBug(requestId: string): ProblemBody {
  return {
    type: '/errors#http.internal',
    title: '系统出错，没有完成您的操作',
    status: 500,
    code: 'http.internal',
    kept: '已保存的内容没有变化，本次提交没有生效',
    todo: `请稍后重试；仍不成功时，请把编号 ${requestId} 告诉管理员`,
  }
}
