import { Light } from '@guangyue/platform/ui'
import { ErrorNotice, PageBody, PageHead, SavedTable, useAct, useCall } from '@guangyue/platform/ui/desk'
import { App, Button, Dropdown, Input, Select } from 'antd'
import { useState } from 'react'
import { type AccountEntry, listAccountsEndpoint, resetCodeEndpoint } from '../accounts/api.ts'
import type { Role } from '../api.ts'
import { roleNames } from '../pages/role-names.ts'
import { ChangeAccount, CreateAccount } from './account-form.tsx'
import { type Handout, HandoutDialog } from './handout-dialog.tsx'
import { ImportAccounts } from './import-accounts.tsx'
import { type Handed, ResetPassword } from './reset-password.tsx'
import { roleOptions } from './role-options.ts'
import { ShownOnce } from './shown-once.tsx'
import { SignInRule } from './sign-in-rule.tsx'

interface Filter {
  readonly text: string
  readonly role: Role | null
  readonly bodyId: string | null
  readonly state: 'active' | 'closed' | null
}

type Open =
  | { readonly what: 'create' | 'rule' | 'import' }
  | { readonly what: 'change' | 'password'; readonly account: AccountEntry }
  | { readonly what: 'handed'; readonly handed: Handed }
  | { readonly what: 'made'; readonly handout: Handout }

/** Everybody who may sign in. */
export function Screen() {
  const query = useCall(listAccountsEndpoint)
  const [filter, setFilter] = useState<Filter>({ text: '', role: null, bodyId: null, state: 'active' })
  const [open, setOpen] = useState<Open | null>(null)
  const all = query.data?.accounts ?? []
  const rows = all.filter((account) => fits(account, filter))
  const close = () => setOpen(null)
  const hand = (handed: Handed) => setOpen({ what: 'handed', handed })
  return (
    <>
      <PageHead
        title="账号"
        meta={<span>{all.filter(({ state }) => state === 'active').length} 个在用</span>}
        actions={
          <>
            <Button onClick={() => setOpen({ what: 'rule' })}>登录规定</Button>
            <Button onClick={() => setOpen({ what: 'import' })}>从表格建立</Button>
            <Button type="primary" onClick={() => setOpen({ what: 'create' })}>
              新建账号
            </Button>
          </>
        }
      />
      <PageBody>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        <Rows
          rows={rows}
          waiting={query.isPending}
          onOpen={setOpen}
          toolbar={<Filters all={all} filter={filter} onChange={setFilter} />}
        />
      </PageBody>
      {open?.what === 'create' && <CreateAccount onHanded={hand} onClose={close} />}
      {open?.what === 'change' && <ChangeAccount account={open.account} onClose={close} />}
      {open?.what === 'password' && <ResetPassword account={open.account} onHanded={hand} onClose={close} />}
      {open?.what === 'rule' && <SignInRule onClose={close} />}
      {open?.what === 'import' && (
        <ImportAccounts onMade={(handout) => setOpen({ what: 'made', handout })} onClose={close} />
      )}
      {open?.what === 'made' && <HandoutDialog handout={open.handout} onClose={close} />}
      {open?.what === 'handed' && (
        <ShownOnce
          title={open.handed.title}
          said="请把用户名和密码当面或另行交给本人；本人登录后应即修改。"
          lines={[`用户名　${open.handed.username}`, `密码　　${open.handed.password}`]}
          onClose={close}
        />
      )}
    </>
  )
}

function fits(account: AccountEntry, { text, role, bodyId, state }: Filter): boolean {
  return (
    (state === null || account.state === state) &&
    (role === null || account.roles.includes(role)) &&
    (bodyId === null || account.bodyId === bodyId) &&
    (text === '' || account.name.includes(text) || account.username.toLowerCase().includes(text.toLowerCase()))
  )
}

interface FiltersProps {
  readonly all: readonly AccountEntry[]
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

function Filters({ all, filter, onChange }: FiltersProps) {
  const bodies = new Map(
    all.flatMap(({ bodyId, bodyName }) => (bodyId && bodyName ? [[bodyId, bodyName] as const] : [])),
  )
  return (
    <>
      <Input.Search
        aria-label="姓名或用户名"
        placeholder="姓名或用户名"
        allowClear
        style={{ width: 200 }}
        onChange={(event) => onChange({ ...filter, text: event.target.value.trim() })}
      />
      <Select
        aria-label="单位"
        placeholder="全部单位"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 200 }}
        value={filter.bodyId}
        options={[...bodies].map(([value, label]) => ({ value, label }))}
        onChange={(bodyId) => onChange({ ...filter, bodyId: bodyId ?? null })}
      />
      <Select
        aria-label="身份"
        placeholder="全部身份"
        allowClear
        style={{ width: 140 }}
        value={filter.role}
        options={roleOptions}
        onChange={(role) => onChange({ ...filter, role: role ?? null })}
      />
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        style={{ width: 120 }}
        value={filter.state}
        options={[
          { value: 'active', label: '在用' },
          { value: 'closed', label: '已停用' },
        ]}
        onChange={(state) => onChange({ ...filter, state: state ?? null })}
      />
    </>
  )
}

interface RowsProps {
  readonly rows: readonly AccountEntry[]
  readonly waiting: boolean
  readonly toolbar: React.ReactNode
  readonly onOpen: (open: Open) => void
}

function Rows({ rows, waiting, toolbar, onOpen }: RowsProps) {
  const roles = (account: AccountEntry) => account.roles.map((role) => roleNames[role].zh).join('、') || '（无）'
  const acts = (account: AccountEntry) => <Acts account={account} onOpen={onOpen} />
  return (
    <SavedTable
      name="accounts"
      rows={rows}
      waiting={waiting}
      keyOf={({ id }) => id}
      toolbar={toolbar}
      empty={{ title: '没有符合条件的账号', todo: '请放宽条件，或新建账号。' }}
      columns={[
        { key: 'name', title: '姓名', fixed: true, cell: ({ name }) => <b>{name}</b> },
        { key: 'username', title: '用户名', cell: ({ username }) => <span className="mono">{username}</span> },
        { key: 'body', title: '单位', cell: ({ bodyName }) => bodyName ?? '' },
        { key: 'title', title: '职务', cell: ({ title }) => title ?? '' },
        { key: 'roles', title: '身份', cell: roles },
        { key: 'state', title: '状态', cell: (account) => <State account={account} /> },
        { key: 'acts', title: '办理', fixed: true, width: 150, cell: acts },
      ]}
      card={(account) => (
        <div className="stack">
          <div className="row row--between">
            <b>{account.name}</b>
            <State account={account} />
          </div>
          <p className="meta">
            {[account.username, account.bodyName, account.title, roles(account)].filter(Boolean).join(' · ')}
          </p>
          {acts(account)}
        </div>
      )}
    />
  )
}

function State({ account }: { readonly account: AccountEntry }) {
  if (account.state === 'closed') return <Light state="none">已停用</Light>
  return (
    <>
      <Light state={account.mustChangePassword ? 'near' : 'on-time'}>
        {account.mustChangePassword ? '待改密码' : '在用'}
      </Light>
      {account.codeOn && <span className="sub">动态验证</span>}
    </>
  )
}

function Acts({ account, onOpen }: { readonly account: AccountEntry; readonly onOpen: (open: Open) => void }) {
  const { message, modal } = App.useApp()
  const resetCode = useAct(resetCodeEndpoint, { onDone: () => message.success(`已解除${account.name}的动态验证`) })
  const askCode = () =>
    modal.confirm({
      title: `解除${account.name}的动态验证？`,
      content: '本人的登录随即失效，下次只凭密码登录。请先核实是本人提出。',
      okText: '解除',
      cancelText: '取消',
      onOk: () => resetCode.mutateAsync({ params: { id: account.id } }).catch(() => undefined),
    })
  const items = [
    { key: 'password', label: '重设密码', onClick: () => onOpen({ what: 'password', account }) },
    ...(account.codeOn ? [{ key: 'code', label: '解除动态验证', onClick: askCode }] : []),
  ]
  return (
    <div className="row" style={{ gap: 8 }}>
      <Button size="small" aria-label={`修改 ${account.name}`} onClick={() => onOpen({ what: 'change', account })}>
        修改
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button size="small" aria-label={`更多办理 ${account.name}`}>
          更多
        </Button>
      </Dropdown>
      <ErrorNotice error={resetCode.error} />
    </div>
  )
}
