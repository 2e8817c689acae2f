import type { ProblemBody } from '../../http/endpoint.ts'

/** A call that was refused or did not arrive, with what a person is told. */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title)
    this.body = body
  }

  /** Somebody else has changed the thing meanwhile; `body.data` holds both texts. */
  get isStale(): boolean {
    return this.body.status === 409 && this.body.code.endsWith('.stale-version')
  }

  get isSignedOut(): boolean {
    return this.body.status === 401
  }
}

/** Whether an error is a stale edit, which is shown with both texts. */
export function isStale(error: unknown): error is Problem {
  return error instanceof Problem && error.isStale
}

/** The refusal that an answer tells of; whatever else came back is told in general words. */
export function problemOfAnswer(status: number, text: string): Problem {
  const body = bodyOf(text)
  return new Problem(
    body ?? {
      type: '/errors#desk.unexpected-answer',
      title: `服务器没有正常答复（${status}）`,
      status,
      code: 'desk.unexpected-answer',
      kept: '您填写的内容仍在本页',
      todo: '请稍后重试；仍不成功时请告诉管理员',
    },
  )
}

/** Nothing came back at all. */
export function problemOfSilence(): Problem {
  return new Problem({
    type: '/errors#desk.no-connection',
    title: '没有连上服务器',
    status: 0,
    code: 'desk.no-connection',
    kept: '您填写的内容仍在本页，尚未保存',
    todo: '请检查网络后重试',
  })
}

/** A file that is larger than the endpoint takes; in the words of the server's own refusal. */
export function problemOfLargeFile(maxBytes: number): Problem {
  return new Problem({
    type: '/errors#http.file-too-large',
    title: `文件超过 ${Math.floor(maxBytes / 1024 / 1024)} MB，没有上传`,
    status: 413,
    code: 'http.file-too-large',
    kept: '没有保存任何内容',
    todo: '请压缩图片或拆分后重新上传；公报请上传文字版，不要上传扫描图片',
  })
}

/** Anything thrown, as what a person is told. A bug in the desk itself is told as such. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({
    type: '/errors#desk.bug',
    title: '页面程序出错，没有完成您的操作',
    detail: error instanceof Error ? error.message : undefined,
    status: 0,
    code: 'desk.bug',
    kept: '已保存的内容没有变化',
    todo: '请刷新页面后重试；仍不成功时请告诉管理员',
  })
}

function bodyOf(text: string): ProblemBody | undefined {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody> | null
    return typeof body?.title === 'string' && typeof body.code === 'string' ? (body as ProblemBody) : undefined
  } catch {
    return undefined
  }
}
