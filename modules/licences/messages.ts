import { teller } from '../identity/index.ts'

/** What holders are told of their licences. */
export const tell = teller({
  'licence-issued': { title: '已颁发：{number}', body: '电子证照已经颁发，可在“我的证照”查看和出示。' },
  'licence-acted': { title: '证照{act}：{number}', body: '理由：{reason}。扫码核验的人从现在起看到的是新的状态。' },
})
