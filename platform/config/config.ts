import { resolve } from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头')
    .optional(),
  GUANGYUE_DATA: z.string().min(1).optional(),
  GUANGYUE_MODE: z.enum(['demonstration', 'production']).optional(),
  GUANGYUE_DEMONSTRATION: z.enum(['year', 'start']).default('year'),
  GUANGYUE_DEMONSTRATION_SCALE: z.coerce.number().positive().max(20).default(1),
  GUANGYUE_PUBLIC_URL: z.url().optional(),
  GUANGYUE_S3_ENDPOINT: z.url().optional(),
  GUANGYUE_S3_BUCKET: z.string().min(1).optional(),
  GUANGYUE_S3_REGION: z.string().min(1).optional(),
  GUANGYUE_S3_KEY: z.string().min(1).optional(),
  GUANGYUE_S3_SECRET: z.string().min(1).optional(),
  GUANGYUE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, '应以 smtp:// 开头')
    .optional(),
  GUANGYUE_MAIL_FROM: z.string().min(3).optional(),
  GUANGYUE_HOOKS: z.enum(['outside', 'anywhere']).default('outside'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** A PostgreSQL server to use; null for the embedded one. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  /** A demonstration loads marked data and listens on 127.0.0.1 only; never with a database server of one's own. */
  readonly mode: 'demonstration' | 'production'
  /** year: the demonstration's days are played after the start; start: it stands as its pack says. */
  readonly demonstration: { readonly play: 'year' | 'start'; readonly scale: number }
  readonly publicUrl: string | null
  readonly s3: { endpoint?: string; bucket: string; region: string; key: string; secret: string } | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Whether webhooks may go to addresses inside of the house. */
  readonly hookReach: 'outside' | 'anywhere'
  readonly logLevel: string
}

/** Reads the environment once. Throws one Chinese sentence that names the variable when a value is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) {
    const first = read.error.issues[0]
    throw new Error(`环境变量 ${first?.path.join('.') ?? ''} 不正确：${first?.message ?? ''}`)
  }
  const env = read.data
  const mode = env.GUANGYUE_MODE ?? (env.DATABASE_URL ? 'production' : 'demonstration')
  if (mode === 'demonstration' && env.DATABASE_URL) {
    throw new Error('演示数据只装入内置数据库：请去掉 DATABASE_URL，或把 GUANGYUE_MODE 设为 production')
  }
  return Object.freeze({
    port: env.PORT,
    host: mode === 'demonstration' ? '127.0.0.1' : (env.HOST ?? '127.0.0.1'),
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(root, env.GUANGYUE_DATA ?? '.data'),
    mode,
    demonstration: { play: env.GUANGYUE_DEMONSTRATION, scale: env.GUANGYUE_DEMONSTRATION_SCALE },
    publicUrl: env.GUANGYUE_PUBLIC_URL ?? null,
    s3: s3Of(env),
    smtpUrl: env.GUANGYUE_SMTP_URL ?? null,
    mailFrom: env.GUANGYUE_MAIL_FROM ?? 'guangyue@localhost',
    hookReach: env.GUANGYUE_HOOKS,
    logLevel: env.LOG_LEVEL,
  })
}

function s3Of(env: z.infer<typeof Environment>): Config['s3'] {
  const { GUANGYUE_S3_BUCKET: bucket, GUANGYUE_S3_KEY: key, GUANGYUE_S3_SECRET: secret } = env
  if (!bucket) return null
  if (!key || !secret) throw new Error('使用对象存储时，GUANGYUE_S3_KEY 与 GUANGYUE_S3_SECRET 都要填写')
  return { endpoint: env.GUANGYUE_S3_ENDPOINT, bucket, region: env.GUANGYUE_S3_REGION ?? 'us-east-1', key, secret }
}
