import '../ledger.css'
import '../task/task.css'
import './inspections.css'
import { dayText, FileList, Icon } from '@guangyue/platform/ui'
import { downloadHref, FileDrop, Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  addInspectionFileEndpoint,
  exportFindingsEndpoint,
  getInspectionEndpoint,
  kindLabels,
  readInspectionFileEndpoint,
} from '../../inspections/api.ts'
import { FindingForm } from './finding-form.tsx'
import { FindingsTable } from './findings-table.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import type { Inspection } from './shapes.ts'

const crumbs = [{ href: '/desk/ledger/inspections', label: '督查活动' }, { label: '一次督查' }]

/** One inspection: its plan, its findings, and entering one on the spot. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getInspectionEndpoint, { params: { id } })
  if (found.data) return <OneInspection key={id} inspection={found.data} />
  return (
    <>
      <PageHead title="督查活动" crumbs={crumbs} />
      <PageBody>
        <Loaded query={found}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

function OneInspection({ inspection }: { readonly inspection: Inspection }) {
  const [open, setOpen] = useState<'plan' | 'finding' | null>(null)
  const { id, title, kind, fromDay, toDay, places, items, mayRecord, mayPlan, begun } = inspection
  const query = { inspection: id }
  return (
    <>
      <PageHead
        title={title}
        crumbs={crumbs}
        meta={
          <>
            <span className="tag">{kindLabels[kind]}</span>
            <span>{fromDay === toDay ? dayText(fromDay) : `${dayText(fromDay)}至${dayText(toDay)}`}</span>
            {places.length > 0 && <span>{places.join('、')}</span>}
          </>
        }
        actions={
          <>
            {items.length > 0 && (
              <>
                <a className="btn btn--sm" download href={downloadHref(exportFindingsEndpoint, { query })}>
                  <Icon name="i-down" />
                  导出督导清单
                </a>
                <a className="btn btn--sm" href={`/desk/ledger/inspections/list?inspection=${id}`}>
                  打印督导清单
                </a>
              </>
            )}
            {mayPlan && <Button onClick={() => setOpen('plan')}>修改方案</Button>}
            {mayRecord && begun && open !== 'finding' && (
              <Button type="primary" onClick={() => setOpen('finding')}>
                登记发现
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        {open === 'finding' && <FindingForm inspection={inspection} onClose={() => setOpen(null)} />}
        <div className="taskpage">
          <div>
            <FindingsTable
              items={items}
              toolbar={<h2 className="toolbar__head">发现　{items.length} 条</h2>}
              todo={
                <p>
                  {!begun
                    ? `督查从${dayText(fromDay)}开始，开始后可以登记发现。`
                    : mayRecord
                      ? '现场发现的问题请用“登记发现”记下，可以附照片。'
                      : '督查组登记后会列在这里。'}
                </p>
              }
            />
          </div>
          {inspection.plan !== '' && <Plan inspection={inspection} />}
        </div>
      </PageBody>
      {open === 'plan' && <PlanDialog inspection={inspection} onClose={() => setOpen(null)} />}
    </>
  )
}

function Plan({ inspection }: { readonly inspection: Inspection }) {
  const { plan, members, bodies, documents, tasks, verifier, repeatReason, plannedName, plannedOn } = inspection
  return (
    <aside aria-label="方案与材料">
      <div className="aside-block">
        <h2>方案</h2>
        <p className="prewrap">{plan}</p>
        <p className="meta">
          {plannedName} {dayText(plannedOn)}登记
        </p>
        <dl className="dl">
          <dt>督查组</dt>
          <dd>{members.map(({ name }) => name).join('、')}</dd>
          {bodies.length > 0 && (
            <>
              <dt>被督查</dt>
              <dd>{bodies.map(({ name }) => name).join('、')}</dd>
            </>
          )}
          {documents.length > 0 && (
            <>
              <dt>有关文件</dt>
              <dd>{documents.map(({ name }) => name).join('、')}</dd>
            </>
          )}
          {tasks.length > 0 && (
            <>
              <dt>有关任务</dt>
              <dd>
                {tasks.map(({ id, title }) => (
                  <div key={id}>
                    <a href={`/desk/ledger/tasks/${id}`}>{title}</a>
                  </div>
                ))}
              </dd>
            </>
          )}
          <dt>核验</dt>
          <dd>{verifier === null ? '督查室' : `${verifier.name}，或督查室`}</dd>
          {repeatReason !== null && (
            <>
              <dt>再次督查</dt>
              <dd>{repeatReason}</dd>
            </>
          )}
        </dl>
      </div>
      <Files inspection={inspection} />
    </aside>
  )
}

function Files({ inspection: { id, files, mayRecord } }: { readonly inspection: Inspection }) {
  const client = useQueryClient()
  if (files.length === 0 && !mayRecord) return null
  return (
    <div className="aside-block">
      <h2>照片与材料</h2>
      <FileList
        files={files.map(({ id: file, name, bytes }) => ({
          href: downloadHref(readInspectionFileEndpoint, { params: { id, file } }),
          name,
          size: bytes,
        }))}
      />
      {mayRecord && (
        <FileDrop
          endpoint={addInspectionFileEndpoint}
          sent={[{ params: { id } }]}
          accept=".png,.jpg,.jpeg,.pdf,.docx,.xlsx"
          title="附照片或文件"
          hint="png、jpeg、pdf、docx、xlsx，每个不超过 20 MB"
          onDone={() => void client.invalidateQueries()}
        />
      )}
    </div>
  )
}
