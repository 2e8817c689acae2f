import { dayText, FileList, Notice } from '@guangyue/platform/ui'
import { downloadHref, ErrorNotice, FileDrop, problemOf, useAct, useMe } from '@guangyue/platform/ui/desk'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  addMendingEvidenceEndpoint,
  readFindingFileEndpoint,
  removeMendingEvidenceEndpoint,
  saveMendingEndpoint,
} from '../../inspections/api.ts'
import { isPicture, Pictures } from './pictures.tsx'
import type { FindingDetail } from './shapes.ts'

/** How the owner mended: written while it is open, then read with its evidence. */
export function Mending({ finding }: { readonly finding: FindingDetail }) {
  const { may, mendWords, mendName, signedName, signedOn, verifiedName, verifiedOn, state } = finding
  return (
    <section className="taskpart" aria-labelledby="mending-head">
      <h2 id="mending-head">整改情况</h2>
      {may.includes('mend') ? (
        <MendingForm finding={finding} />
      ) : mendWords === '' ? (
        <p className="meta">责任单位还没有填写。</p>
      ) : (
        <p className="prewrap">{mendWords}</p>
      )}
      {state !== 'open' && (
        <p className="meta">
          {mendName}填写，{signedName}签报{signedOn !== null && `（${dayText(signedOn)}）`}
          {verifiedName !== null && verifiedOn !== null && `；${verifiedName}核验（${dayText(verifiedOn)}）`}
        </p>
      )}
      <Evidence finding={finding} />
      <WaitsForSignature finding={finding} />
    </section>
  )
}

function MendingForm({ finding }: { readonly finding: FindingDetail }) {
  const [words, setWords] = useState(finding.mendWords)
  const save = useAct(saveMendingEndpoint)
  const stale = save.error && problemOf(save.error).isStale ? problemOf(save.error) : null
  const theirs = stale
    ? String((stale.body.data as { current?: { mendWords?: string } }).current?.mendWords ?? '')
    : null
  return (
    <div className="stack">
      <label htmlFor="mending-words">怎样整改的（由负责人签报）</label>
      <Input.TextArea
        id="mending-words"
        rows={4}
        maxLength={4000}
        value={words}
        placeholder="如 即日起四个综窗全部开放，高峰时段增设引导员"
        onChange={(event) => setWords(event.target.value)}
      />
      {theirs === null ? (
        <ErrorNotice error={save.error} />
      ) : (
        <Notice tone="warn" title="有人刚刚改过整改情况，您写的还在上面">
          <p>现在存下的是：{theirs}</p>
          <p>请合在一起后再次保存。</p>
        </Notice>
      )}
      <p>
        <Button
          loading={save.isPending}
          disabled={words.trim() === ''}
          onClick={() => {
            const current = (stale?.body.data as { current?: { version?: number } } | undefined)?.current?.version
            save.mutate({ params: { id: finding.id }, body: { version: current ?? finding.version, words } })
          }}
        >
          保存
        </Button>
      </p>
    </div>
  )
}

function Evidence({ finding: { id, evidence, may } }: { readonly finding: FindingDetail }) {
  const client = useQueryClient()
  const remove = useAct(removeMendingEvidenceEndpoint)
  const writes = may.includes('mend')
  return (
    <>
      <Pictures finding={id} pictures={evidence.filter(isPicture)} label="整改照片" />
      {evidence.some((file) => !isPicture(file)) && (
        <FileList
          files={evidence
            .filter((file) => !isPicture(file))
            .map(({ id: file, name, bytes }) => ({
              href: downloadHref(readFindingFileEndpoint, { params: { id, file } }),
              name,
              size: bytes,
            }))}
        />
      )}
      {writes && evidence.length > 0 && (
        <p className="row">
          {evidence.map(({ id: file, name }) => (
            <Button key={file} type="link" size="small" onClick={() => remove.mutate({ params: { id, file } })}>
              取下 {name}
            </Button>
          ))}
        </p>
      )}
      <ErrorNotice error={remove.error} />
      {writes && (
        <FileDrop
          endpoint={addMendingEvidenceEndpoint}
          sent={[{ params: { id } }]}
          accept=".png,.jpg,.jpeg,.pdf,.docx,.xlsx"
          title="附整改的证明材料"
          hint="照片或文件：png、jpeg、pdf、docx、xlsx，每个不超过 20 MB"
          onDone={() => void client.invalidateQueries()}
        />
      )}
    </>
  )
}

/** Says what is missing before the head can sign. */
function WaitsForSignature({
  finding: { state, may, mendWords, evidence, ownMending, unit },
}: {
  readonly finding: FindingDetail
}) {
  const { roles } = useMe().account
  if (state !== 'open' || !may.includes('mend') || mendWords === '' || may.includes('sign')) return null
  if (evidence.length === 0) return <p className="meta">还没有证明材料，附上后才能签报。</p>
  return (
    <p className="meta">
      {ownMending && roles.includes('head')
        ? `已保存，请${unit.name}的另一位负责人签报。`
        : `已保存，等${unit.name}的负责人签报。`}
    </p>
  )
}
