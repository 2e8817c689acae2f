import { Field } from '@guangyue/platform/ui'
import type { Party } from '../api/apply.ts'
import { Choices } from './form-field.tsx'

interface PartyPageProps {
  readonly party: Party
  readonly audience: readonly Party['kind'][]
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (party: Party) => void
}

const kinds = { person: '个人', firm: '企业和其他组织' } as const

/** Who applies; the same for every item. */
export function PartyPage({ party, audience, errors, onChange }: PartyPageProps) {
  const isFirm = party.kind === 'firm'
  const field = (key: 'name' | 'code' | 'phone', label: string, hint?: string) => {
    const error = errors.get(`party.${key}`)
    return (
      <Field
        name={`party.${key}`}
        label={label}
        autoComplete="off"
        maxLength={key === 'name' ? 100 : 40}
        {...(key === 'phone' ? { inputMode: 'tel' as const } : {})}
        {...(hint === undefined ? {} : { hint })}
        {...(error === undefined ? {} : { error })}
        value={party[key]}
        onChange={(event) => onChange({ ...party, [key]: event.target.value })}
      />
    )
  }
  return (
    <>
      {audience.length > 1 && (
        <Choices
          name="party.kind"
          label="以谁的名义申请"
          choices={audience.map((value) => ({ value, label: kinds[value] }))}
          chosen={[party.kind]}
          kind="radio"
          onChoose={([kind]) => onChange({ ...party, kind: kind === 'firm' ? 'firm' : 'person' })}
        />
      )}
      {field('name', isFirm ? '单位名称' : '姓名')}
      {field('code', isFirm ? '统一社会信用代码' : '身份证号', '18位，对照证照填写')}
      {field('phone', '联系电话', '手机号，或带区号的固定电话')}
    </>
  )
}
