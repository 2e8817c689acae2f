import './compose.css'
import { dayText, Empty, Light, Table, Tabs } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { useSearchParams } from 'react-router'
import { listManuscriptsEndpoint } from '../../compose/api.ts'
import { lightOfManuscript, manuscriptWords } from './compose-words.ts'
import type { ManuscriptItem } from './shapes.ts'

const here = '/desk/gazette/manuscripts'

/** 待刊文件: published documents that an issue may print, and those that were printed. */
export function Screen() {
  const [search] = useSearchParams()
  const printed = search.get('of') === 'printed'
  const writes = useMay('gazette.compose')
  const found = useCall(listManuscriptsEndpoint)
  const fits = ({ state }: ManuscriptItem) => (state === 'printed') === printed
  return (
    <>
      <PageHead
        title="待刊文件"
        meta="督查室公开的通报等自动转来；其他文件由编辑录入或上传"
        actions={
          writes && (
            <a className="btn btn--sm btn--primary" href={`${here}/new`}>
              录入文件
            </a>
          )
        }
      />
      <PageBody>
        <Tabs
          label="范围"
          tabs={[
            { href: here, label: '未刊登', current: !printed },
            { href: `${here}?of=printed`, label: '已刊登', current: printed },
          ]}
        />
        <Loaded query={found}>
          {({ items }) =>
            items.some(fits) ? (
              <Manuscripts items={items.filter(fits)} />
            ) : (
              <Empty title={printed ? '还没有刊登过的文件' : '没有待刊的文件'}>
                <p>{printed ? '签发一期后，其中的文件列在这里。' : '督查室公开通报，或编辑录入文件后，列在这里。'}</p>
              </Empty>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Manuscripts({ items }: { readonly items: readonly ManuscriptItem[] }) {
  return (
    <Table
      caption="待刊文件"
      captionShown="heard"
      keyOf={({ id }) => id}
      rows={items}
      columns={[
        {
          key: 'title',
          head: '标题',
          names: 'row',
          cell: ({ id, title, number }) => (
            <>
              <a className="song" href={`${here}/${id}`}>
                {title}
              </a>
              <span className="sub">{number ?? '没有文号'}</span>
            </>
          ),
        },
        { key: 'section', head: '栏目', cell: ({ section }) => section },
        { key: 'issuer', head: '发文机关', cell: ({ issuer }) => issuer ?? '' },
        { key: 'signed', head: '成文日期', cell: ({ signedOn }) => (signedOn === null ? '' : dayText(signedOn)) },
        {
          key: 'origin',
          head: '来源',
          cell: ({ origin, writtenName }) => (origin === 'ledger' ? '督查室公开' : writtenName),
        },
        {
          key: 'state',
          head: '状态',
          cell: ({ state, printedIn }) => (
            <Light state={lightOfManuscript[state]}>{printedIn ?? manuscriptWords[state]}</Light>
          ),
        },
      ]}
    />
  )
}
