import { randomInt } from 'node:crypto'
import type { Role } from '@guangyue/platform/access'

/** What an account has to do before it has its rights: a password of its own, a verifier that its role demands. */
export type Duty = 'change-password' | 'set-up-code'

export interface Account {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly bodyId: string | null
  readonly title: string | null
  readonly email: string | null
  readonly state: 'active' | 'closed'
  readonly roles: readonly Role[]
  readonly mustChangePassword: boolean
  /** Whether a verifier (TOTP) is set up. */
  readonly codeOn: boolean
  readonly version: number
}

/** Why a password is refused, in Chinese, or undefined when it will do. At least 10 characters, not only one kind. */
export function passwordFault(password: string, username: string): string | undefined {
  if (password.length < 10) return '密码至少 10 位，例如三四个不相关的词连写'
  if (password.length > 200) return '密码不超过 200 位'
  if (/^(.)\1*$/u.test(password)) return '密码不能是同一个字符的重复'
  if (/^\d+$/.test(password)) return '密码不能只有数字'
  if (username !== '' && password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名'
  return undefined
}

// Without letters and digits that are taken for one another.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over: four groups of four, 79 bits. */
export function newPassword(): string {
  const sign = () => ALPHABET[randomInt(ALPHABET.length)]
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, sign).join('')).join('-')
}
