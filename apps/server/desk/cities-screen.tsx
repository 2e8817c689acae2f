import type { CheckedLine } from '@guangyue/modules/organisations/api'
import { BodyPreview, countsOf } from '@guangyue/modules/organisations/desk/body-preview.tsx'
import { Notice, Table } from '@guangyue/platform/ui'
import {
  ErrorNotice,
  FileDrop,
  Loaded,
  PageBody,
  PageHead,
  showAtFields,
  useAct,
  useCall,
} from '@guangyue/platform/ui/desk'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { createCityEndpoint, listCitiesEndpoint, previewFirstBodiesEndpoint } from '../new-city-api.ts'

interface Made {
  readonly name: string
  readonly host: string
  readonly bodies: number
  readonly administrator: { readonly username: string; readonly password: string }
}

/** The cities of this installation, and a new one. */
export function Screen() {
  const cities = useCall(listCitiesEndpoint)
  const [stage, setStage] = useState<'list' | 'form' | Made>('list')
  return (
    <>
      <PageHead
        title={stage === 'form' ? '新建城市' : '城市'}
        actions={
          stage === 'form' ? (
            <Button onClick={() => setStage('list')}>不建了，回到列表</Button>
          ) : (
            <Button type="primary" onClick={() => setStage('form')}>
              新建城市
            </Button>
          )
        }
      />
      <PageBody>
        <div className="stack">
          {typeof stage === 'object' && <MadeNotice made={stage} />}
          {stage === 'form' ? (
            <NewCity onMade={setStage} />
          ) : (
            <Loaded query={cities}>
              {({ cities: rows }) => (
                <Table
                  caption={`${rows.length} 座城市`}
                  keyOf={({ key }) => key}
                  rows={rows}
                  columns={[
                    { key: 'name', head: '名称', names: 'row', cell: ({ name }) => name },
                    { key: 'government', head: '政府', cell: ({ governmentName }) => governmentName },
                    { key: 'host', head: '网址', cell: ({ host }) => <a href={addressOf(host)}>{host}</a> },
                    { key: 'key', head: '代号', cell: ({ key }) => <span className="mono">{key}</span> },
                    { key: 'demo', head: '性质', cell: ({ demo }) => (demo ? '演示' : '正式') },
                  ]}
                />
              )}
            </Loaded>
          )}
        </div>
      </PageBody>
    </>
  )
}

/** The city's address from here: same protocol and port, its own host. */
function addressOf(host: string): string {
  return `${location.protocol}//${host}${location.port === '' ? '' : `:${location.port}`}/`
}

function MadeNotice({ made }: { readonly made: Made }) {
  return (
    <Notice tone="good" title={`${made.name}已建立，现在就可以使用`}>
      <p>
        网址 <a href={addressOf(made.host)}>{addressOf(made.host)}</a>，已有单位 {made.bodies} 个。
      </p>
      <p>
        首位管理员：用户名 <b className="mono">{made.administrator.username}</b>，密码{' '}
        <b className="mono">{made.administrator.password}</b>
        。密码只显示这一次，首次登录须修改。
      </p>
    </Notice>
  )
}

const initial = {
  key: '',
  name: '',
  host: '',
  governmentName: '',
  zone: 'Asia/Shanghai',
  contact: '',
  administrator: { username: 'guanliyuan', name: '', password: '' },
}

function NewCity({ onMade }: { readonly onMade: (made: Made) => void }) {
  const [form] = Form.useForm<typeof initial>()
  const [lines, setLines] = useState<readonly CheckedLine[]>([])
  const create = useAct(createCityEndpoint, { onDone: onMade })
  useEffect(() => {
    if (create.error) showAtFields(form, create.error)
  }, [create.error, form])
  const send = (values: typeof initial) => {
    const { administrator, contact, ...rest } = values
    const password = administrator.password || null
    create.mutate({
      body: { ...rest, contact: contact || null, administrator: { ...administrator, password }, bodies: [...lines] },
    })
  }
  const needed = (message: string) => [{ required: true, message }]
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      requiredMark={false}
      onFinish={send}
      style={{ maxWidth: 720 }}
    >
      <ErrorNotice error={create.error} />
      <Form.Item name="name" label="城市名称" rules={needed('请填写城市名称')}>
        <Input maxLength={60} placeholder="例如 聊城市" autoFocus />
      </Form.Item>
      <Form.Item name="governmentName" label="政府名称" rules={needed('请填写政府名称')}>
        <Input maxLength={100} placeholder="例如 聊城市人民政府" />
      </Form.Item>
      <Form.Item
        name="key"
        label="代号"
        extra="小写字母开头，只含小写字母、数字和 -；建立后不能改"
        rules={needed('请填写代号')}
      >
        <Input maxLength={31} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="host"
        label="域名"
        extra="公众由此访问；本机试用可填 代号.localhost"
        rules={needed('请填写域名')}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="zone" label="时区" rules={needed('请填写时区')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="contact" label="联系方式" extra="印在公众页面下方，可不填">
        <Input maxLength={200} />
      </Form.Item>
      <h2 className="formhead">首位管理员</h2>
      <Form.Item name={['administrator', 'name']} label="姓名" rules={needed('请填写姓名')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['administrator', 'username']} label="用户名" rules={needed('请填写用户名')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['administrator', 'password']} label="初始密码" extra="不填则由程序生成，首次登录须修改">
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <h2 className="formhead">单位</h2>
      <Bodies lines={lines} onLines={setLines} />
      <p style={{ marginTop: 24 }}>
        <Button type="primary" htmlType="submit" loading={create.isPending} disabled={countsOf(lines).fault > 0}>
          建立城市
        </Button>
      </p>
    </Form>
  )
}

function Bodies({
  lines,
  onLines,
}: {
  readonly lines: readonly CheckedLine[]
  readonly onLines: (lines: readonly CheckedLine[]) => void
}) {
  if (lines.length > 0) {
    return (
      <div className="stack">
        <BodyPreview lines={lines} />
        <Button onClick={() => onLines([])}>换一个文件</Button>
      </div>
    )
  }
  return (
    <div className="stack">
      <p className="meta">
        可以现在导入，也可以建立以后再录。表中须有“名称”一列，可有“简称、类型、上级、别名”。
        <a href="/api/organisations/bodies/sheet" download>
          下载样表
        </a>
      </p>
      <FileDrop
        endpoint={previewFirstBodiesEndpoint}
        sent={[]}
        accept=".xlsx"
        title="把 xlsx 表格拖到这里，或点击选择"
        hint="先预看，建立城市时一并写入"
        onDone={({ lines: read }) => onLines(read)}
      />
    </div>
  )
}
