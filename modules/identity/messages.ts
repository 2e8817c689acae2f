import { messages } from '@guangyue/platform/i18n'

export const say = messages(
  {
    signIn: '登录',
    username: '用户名',
    password: '密码',
    usernameHint: '由本单位管理员分配，不分大小写',
    submit: '登录',
    code: '动态验证码',
    codeHint: '打开手机上的验证器，输入当前显示的 6 位数字；手机不在身边时，输入一个备用码',
    codeTitle: '输入动态验证码',
    verify: '验证并登录',
    demoTitle: '演示账号',
    demoText: '人物均为虚构。密码都是：',
    role: '身份',
    name: '姓名',
  },
  {
    signIn: 'Sign in',
    username: 'User name',
    password: 'Password',
    usernameHint: 'Given by the administrator of your body; upper and lower case are the same',
    submit: 'Sign in',
    code: 'Code',
    codeHint: 'Type the six digits that your authenticator shows now, or one of your backup codes',
    codeTitle: 'Enter the code',
    verify: 'Verify and sign in',
    demoTitle: 'Demonstration accounts',
    demoText: 'All persons are invented. Every password is: ',
    role: 'Role',
    name: 'Name',
  },
)
