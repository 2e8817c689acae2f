import { Button, Progress, Upload } from 'antd'
import { useState } from 'react'
import type { EndpointShape, ReplyOf } from '../../http/endpoint.ts'
import { type SentArgument, upload } from './call.ts'
import { ErrorNotice } from './states.tsx'

interface FileDropProps<E extends EndpointShape> {
  readonly endpoint: E
  /** Params and fields that go with the file. */
  readonly sent: SentArgument<E>
  /** Extensions: `.txt,.docx,.pdf`. */
  readonly accept: string
  readonly title: string
  readonly hint: string
  readonly onDone: (reply: ReplyOf<E>) => void
}

type Stage = { readonly at: 'ready' } | { readonly at: 'sending'; readonly name: string; readonly share: number }

/** A place to drop a file on or choose one; shows how far it has come, and what happened when it was refused. */
export function FileDrop<E extends EndpointShape>(props: FileDropProps<E>) {
  const [stage, setStage] = useState<Stage>({ at: 'ready' })
  const [error, setError] = useState<unknown>(null)
  const [stop, setStop] = useState<AbortController | null>(null)

  async function send(file: File): Promise<void> {
    const controller = new AbortController()
    const progress = (share: number) => setStage({ at: 'sending', name: file.name, share })
    setStop(controller)
    setError(null)
    progress(0)
    try {
      props.onDone(
        await upload(props.endpoint, { file, onProgress: progress, signal: controller.signal }, ...props.sent),
      )
    } catch (refused) {
      if (!controller.signal.aborted) setError(refused)
    } finally {
      setStage({ at: 'ready' })
    }
  }

  if (stage.at === 'sending') {
    return (
      <div className="empty" aria-live="polite">
        <b>{stage.name}</b>
        <Progress percent={Math.round(stage.share * 100)} />
        <p>{stage.share < 1 ? '正在上传' : '已上传，正在读入，请稍候'}</p>
        {stage.share < 1 && (
          <Button size="small" onClick={() => stop?.abort()}>
            停止上传
          </Button>
        )}
      </div>
    )
  }
  return (
    <div className="stack">
      <ErrorNotice error={error} />
      <Upload.Dragger
        accept={props.accept}
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file)
          return false
        }}
      >
        <p>
          <b>{props.title}</b>
        </p>
        <p className="meta">{props.hint}</p>
      </Upload.Dragger>
    </div>
  )
}
