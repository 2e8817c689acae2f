import { Loaded, useCall } from '@guangyue/platform/ui/desk'
import { type Answers, getDraftEndpoint } from '../api/apply.ts'
import { ApplyForm } from './apply-form.tsx'
import type { ItemForm } from './shapes.ts'

interface LeftFormProps {
  readonly item: ItemForm
  readonly draft: string
  readonly place: 'online' | 'window'
}

/** A form that was left before, as it was typed. */
export function LeftForm({ item, draft, place }: LeftFormProps) {
  const found = useCall(getDraftEndpoint, { params: { id: draft } })
  return (
    <Loaded query={found}>
      {(one) => <ApplyForm item={item} place={place} draft={{ ...one, answers: one.answers as Answers }} />}
    </Loaded>
  )
}
