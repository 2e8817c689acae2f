import { type FieldFault, TypedField, useCall } from '@guangyue/platform/ui/desk'
import { AutoComplete, Input } from 'antd'
import { listManuscriptsEndpoint } from '../../compose/api.ts'
import type { ManuscriptContent } from './shapes.ts'

interface ManuscriptFieldsProps {
  readonly content: ManuscriptContent
  readonly faults: readonly FieldFault[]
  readonly onType: (part: Partial<ManuscriptContent>) => void
}

const sections = ['市政府文件', '市政府办公室文件', '规范性文件', '部门文件', '人事任免', '督查通报', '更正']

/** A document field by field. */
export function ManuscriptFields({ content, faults, onType: put }: ManuscriptFieldsProps) {
  const known = useCall(listManuscriptsEndpoint)
  const line = (key: 'number' | 'issuer' | 'addressees', text: string) => put({ [key]: text === '' ? null : text })
  return (
    <>
      <TypedField id="title" label="标题" hint="与公文首页一致" faults={faults}>
        <Input.TextArea
          id="title"
          autoSize
          maxLength={160}
          value={content.title}
          onChange={(event) => put({ title: event.target.value.replaceAll('\n', '') })}
        />
      </TypedField>
      <div className="composepair">
        <TypedField id="number" label="文号" faults={faults}>
          <Input
            id="number"
            value={content.number ?? ''}
            placeholder="某政发〔2023〕8号"
            onChange={(event) => line('number', event.target.value)}
          />
        </TypedField>
        <TypedField id="section" label="栏目" faults={faults}>
          <AutoComplete
            id="section"
            style={{ width: '100%' }}
            value={content.section}
            options={[...new Set([...(known.data?.sections ?? []), ...sections])].map((value) => ({ value }))}
            onChange={(section) => put({ section })}
          />
        </TypedField>
        <TypedField id="issuer" label="发文机关" hint="几个机关用顿号隔开" faults={faults}>
          <Input id="issuer" value={content.issuer ?? ''} onChange={(event) => line('issuer', event.target.value)} />
        </TypedField>
        <TypedField id="signedOn" label="成文日期" faults={faults}>
          <Input
            id="signedOn"
            type="date"
            value={content.signedOn ?? ''}
            onChange={(event) => put({ signedOn: event.target.value === '' ? null : event.target.value })}
          />
        </TypedField>
      </div>
      <TypedField id="addressees" label="主送机关" hint="没有可不填" faults={faults}>
        <Input
          id="addressees"
          value={content.addressees ?? ''}
          onChange={(event) => line('addressees', event.target.value)}
        />
      </TypedField>
      <TypedField id="body" label="正文" hint="一段一行；表格每行写成 | 甲 | 乙 |" faults={faults}>
        <Input.TextArea
          id="body"
          className="song"
          autoSize={{ minRows: 8, maxRows: 30 }}
          value={content.body}
          onChange={(event) => put({ body: event.target.value })}
        />
      </TypedField>
      <TypedField id="annex" label="落款之后" hint="印发的办法、附件等，第一行是标题；没有可不填" faults={faults}>
        <Input.TextArea
          id="annex"
          className="song"
          autoSize={{ minRows: 3, maxRows: 30 }}
          value={content.annex}
          onChange={(event) => put({ annex: event.target.value })}
        />
      </TypedField>
    </>
  )
}
