import './cases.css'
import { Notice } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { getFormEndpoint, type Party } from '../api/apply.ts'
import { ApplyForm } from './apply-form.tsx'
import { LeftForm } from './left-form.tsx'
import type { ItemForm } from './shapes.ts'

/** Applying for an item: a new form, or one that was left before. */
export function Screen() {
  const { code = '' } = useParams()
  const [search] = useSearchParams()
  const draft = search.get('draft')
  const form = useCall(getFormEndpoint, { params: { code } })
  const title = form.data?.name ?? '在线办理'
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ href: `/services/${code}`, label: '办事指南' }, { label: '在线办理' }]}
        meta={form.data && <span>{form.data.body}办理</span>}
      />
      <PageBody>
        <Loaded query={form}>
          {(item) =>
            !item.online ? (
              <Notice tone="warn" title="这个事项还不能在网上申请">
                <p>请按办事指南到窗口办理。</p>
              </Notice>
            ) : draft === null ? (
              <New item={item} />
            ) : (
              <LeftForm key={draft} item={item} draft={draft} place="online" />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function New({ item }: { readonly item: ItemForm }) {
  const { account } = useMe()
  const id = useMemo(() => crypto.randomUUID(), [])
  const kind = item.for.includes('person') ? 'person' : 'firm'
  const party: Party = { kind, name: kind === 'person' ? account.name : '', code: '', phone: '' }
  return <ApplyForm item={item} draft={{ id, version: 0, party, answers: {}, files: [] }} />
}
