import { Notice } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { type OwnAccount, readOwnAccountEndpoint } from '../own/api.ts'
import { roleNames } from '../pages/role-names.ts'
import { ChannelsSection } from './channels-section.tsx'
import { CodeSection } from './code-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** One's own account. */
export function Screen() {
  const own = useCall(readOwnAccountEndpoint)
  return (
    <>
      <PageHead title="本人账号" />
      <PageBody>
        <Loaded query={own}>{(account) => <Own account={account} />}</Loaded>
      </PageBody>
    </>
  )
}

function Own({ account }: { readonly account: OwnAccount }) {
  const rows = [
    ['姓名', account.name],
    ['用户名', account.username],
    ['单位', account.bodyName ?? '（无）'],
    ['职务', account.title ?? '（未填）'],
    ['身份', account.roles.map((role) => roleNames[role].zh).join('、') || '（无）'],
  ]
  return (
    <div className="stack" style={{ maxWidth: 760 }}>
      {account.mustChangePassword && (
        <Notice tone="warn" title="请先修改密码">
          <p>现在的密码由管理员设定。改为自己的密码以前，不能办理其他事项。</p>
        </Notice>
      )}
      {!account.mustChangePassword && account.codeDemanded && !account.codeOn && (
        <Notice tone="warn" title="请先启用动态验证">
          <p>本市要求您的身份使用动态验证。启用以前，不能办理其他事项。</p>
        </Notice>
      )}
      <table className="table">
        <caption className="vh">账号信息</caption>
        <tbody>
          {rows.map(([label, text]) => (
            <tr key={label}>
              <th scope="row" style={{ width: 96 }}>
                {label}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PasswordSection />
      <CodeSection account={account} />
      <SessionsSection sessions={account.sessions} />
      <ChannelsSection email={account.email} />
    </div>
  )
}
