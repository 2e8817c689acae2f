import './cases.css'
import { Notice } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { getFormEndpoint, type Party } from '../api/apply.ts'
import { ApplyForm } from './apply-form.tsx'
import { LeftForm } from './left-form.tsx'
import type { ItemForm } from './shapes.ts'

/** Taking an application in at the window: who it is, by which paper, and the same form as on line. */
export function Screen() {
  const { code = '' } = useParams()
  const [search] = useSearchParams()
  const draft = search.get('draft')
  const form = useCall(getFormEndpoint, { params: { code } })
  return (
    <>
      <PageHead
        title={form.data?.name ?? '窗口收件'}
        crumbs={[{ href: '/desk/window', label: '窗口收件' }, { label: form.data?.name ?? '' }]}
      />
      <PageBody>
        <Loaded query={form}>
          {(item) =>
            !item.atWindow ? (
              <Notice tone="warn" title="这个事项不由您的窗口收件" />
            ) : draft === null ? (
              <New item={item} />
            ) : (
              <LeftForm key={draft} item={item} draft={draft} place="window" />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function New({ item }: { readonly item: ItemForm }) {
  const id = useMemo(() => crypto.randomUUID(), [])
  const party: Party = { kind: item.for.includes('person') ? 'person' : 'firm', name: '', code: '', phone: '' }
  return <ApplyForm item={item} place="window" draft={{ id, version: 0, party, answers: {}, files: [] }} />
}
