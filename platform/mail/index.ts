export { type Hook, postHook } from './hook.ts'
export { type Letter, type Mailer, smtpMailer } from './mailer.ts'
