import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Party } from './shapes.ts'
import { unitFits, useUnits } from './unit-options.ts'

interface PartyFieldProps {
  readonly id: string
  readonly names: readonly string[]
  /** Who the names are, as far as the server has looked them up. */
  readonly known: ReadonlyMap<string, Party>
  readonly as: 'lead' | 'support'
  readonly placeholder: string
  readonly error: string | undefined
  readonly onChange: (names: readonly string[]) => void
}

/** Units as tags: groups with their number of members, names that fit nobody in red; any name may be typed. */
export function PartyField(props: PartyFieldProps) {
  const { id, names, known, as, placeholder, error, onChange } = props
  const units = useUnits()
  const byName = new Map(units.map((unit) => [unit.name, unit]))
  return (
    <Select
      id={id}
      mode="tags"
      className="parties"
      value={[...names]}
      placeholder={placeholder}
      status={error === undefined ? '' : 'error'}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      tokenSeparators={['、', '，', ',', '；']}
      suffix={null}
      showSearch={{ filterOption: (typed, option) => option !== undefined && unitFits(typed, option) }}
      options={units.map(({ name, full }) => ({ value: name, label: name, full }))}
      optionRender={({ data }) => (
        <>
          {data.label}
          {data.full !== data.label && <span className="meta">　{data.full}</span>}
        </>
      )}
      tagRender={({ value, onClose }) => {
        const name = String(value)
        const unit = byName.get(name)
        const members = known.get(name)?.members.length ?? unit?.members ?? 0
        const kind = known.get(name)?.kind ?? unit?.kind ?? 'unknown'
        return (
          <PartyTag name={name} look={lookOf(kind, as)} onClose={onClose}>
            {kind === 'group' && ` ${members}`}
          </PartyTag>
        )
      }}
      onChange={(chosen) => onChange(chosen.map((name) => name.trim()).filter((name) => name !== ''))}
    />
  )
}

function PartyTag(props: {
  readonly name: string
  readonly look: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <span className={`tag ${props.look}`}>
      {props.name}
      {props.children}
      <button
        type="button"
        aria-label={`去掉 ${props.name}`}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={props.onClose}
      >
        ×
      </button>
    </span>
  )
}

function lookOf(kind: Party['kind'], as: 'lead' | 'support'): string {
  if (kind === 'unknown' || kind === 'several') return 'tag--red'
  if (kind === 'group') return 'tag--green'
  return as === 'lead' ? 'tag--azure' : ''
}
