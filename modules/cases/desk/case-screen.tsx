import './cases.css'
import { dayText, Light, momentText } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getCaseEndpoint } from '../api.ts'
import { Clocks, Happened, MaterialList, Next, Part } from '../pages/case-parts.tsx'
import { ActDialog, nameOf } from './act-dialog.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import { Notes } from './notes.tsx'
import { RevealedForm } from './revealed-form.tsx'
import type { CaseView, Offer } from './shapes.ts'

/** A case for those who handle it: what to do now, the form beside its materials, the clocks, what happened. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getCaseEndpoint, { params: { id } })
  if (found.data) return <OneCase key={id} view={found.data} />
  return (
    <>
      <PageHead title="办件" crumbs={[{ href: '/desk/cases', label: '办件' }, { label: '办件' }]} />
      <PageBody>
        <Loaded query={found}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

/** Acts that lead the case on stand first; what ends it comes last. */
const mains: readonly Offer['type'][] = ['do-step', 'accept', 'check', 'deliver', 'resume', 'supplement']

function OneCase({ view }: { readonly view: CaseView }) {
  const [open, setOpen] = useState<Offer | null>(null)
  const [drafting, setDrafting] = useState(false)
  const [draft] = view.mayDraft
  const { item, number, party, stage, light, may, events } = view
  const main = mains.flatMap((type) => may.filter((offer) => offer.type === type))[0]
  const others = may.filter((offer) => offer !== main && offer.type !== 'supplement')
  return (
    <>
      <PageHead
        title={`${party.name}　${item}`}
        crumbs={[{ href: '/desk/cases', label: '办件' }, { label: number }]}
        meta={
          <>
            <Light state={light}>{stage}</Light>
            <span className="mono">{number}</span>
            <span>{momentText(events[0]?.at ?? view.submittedAt, 'Asia/Shanghai')} 提交</span>
            <span>{view.channel === 'online' ? '网上' : '窗口'}</span>
          </>
        }
        actions={
          <>
            <a className="btn btn--sm" href={`/cases/${view.id}/receipt`}>
              回执
            </a>
            {draft && <Button onClick={() => setDrafting(true)}>拟办意见</Button>}
            {others.map((offer) => (
              <Button key={nameOf(offer)} onClick={() => setOpen(offer)}>
                {nameOf(offer)}
              </Button>
            ))}
            {main?.type === 'supplement' ? (
              <Button type="primary" href={`/desk/cases/${view.id}/supplement`}>
                代为补交材料
              </Button>
            ) : (
              main && (
                <Button type="primary" onClick={() => setOpen(main)}>
                  {nameOf(main)}
                </Button>
              )
            )}
          </>
        }
      />
      <PageBody>
        <div className="casedesk">
          <div>
            <Part id="next" title="接下来">
              <Next {...view} />
            </Part>
            {view.lacking.length > 0 && (
              <Part id="lacking" title="已告知补正，等申请人补交">
                <ol>
                  {view.lacking.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ol>
              </Part>
            )}
            <Part id="form" title="申请表">
              <RevealedForm view={view} />
            </Part>
            <Part id="materials" title="材料">
              <MaterialList {...view} />
            </Part>
          </div>
          <div>
            {view.decision !== null && (
              <Part id="decision" title="决定">
                <p>
                  <b>{view.decision.name}</b>　{dayText(view.decision.on)}
                </p>
                {view.decision.words !== '' && <p>{view.decision.words}</p>}
              </Part>
            )}
            {view.clocks.length > 0 && (
              <Part id="clocks" title="期限">
                <Clocks {...view} />
              </Part>
            )}
            <Notes view={view} />
            <Part id="events" title="经过">
              <Happened events={view.events} />
            </Part>
          </div>
        </div>
      </PageBody>
      {drafting && draft && <DraftDialog view={view} draft={draft} onClose={() => setDrafting(false)} />}
      {open && <ActDialog view={view} offer={open} onClose={() => setOpen(null)} />}
    </>
  )
}
