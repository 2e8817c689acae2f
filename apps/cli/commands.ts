import type { Command } from './command.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'parse',
    usage: 'FILE [--year YYYY] [--json]',
    summary: '读公报（txt、docx、pdf），列出文件、任务、任免、大事记和疑点',
    load: () => import('./commands/parse.ts'),
  },
  {
    name: 'clock',
    usage: 'FILE.jsonl',
    summary: '逐行计算法定时限：最后一天、已用、剩余和灯色',
    load: () => import('./commands/clock.ts'),
  },
  {
    name: 'systems',
    usage: '[--json]',
    summary: '列出公报里的各个系统 S01–S53：是否可用，由哪个测试验证',
    load: () => import('./commands/systems.ts'),
  },
  {
    name: 'admin create',
    usage: '[--username 用户名] [--name 姓名] [--city 代号 --city-name 名称 [--host 域名] [--government 政府全称]]',
    summary: '建立第一个管理员账号；还没有城市时一并建立城市',
    load: () => import('./commands/admin-create.ts'),
  },
  {
    name: 'audit verify',
    usage: '',
    summary: '重算审计链，指出缺失和改动',
    load: () => import('./commands/audit-verify.ts'),
  },
  {
    name: 'score recompute',
    usage: 'PERIOD [--city 代号]',
    summary: '重算一期已公布的考评（如 2021-07），与公布的逐行比较',
    load: () => import('./commands/score-recompute.ts'),
  },
  {
    name: 'gazette verify',
    usage: '[--city 代号]',
    summary: '验证签发过的各期公报：内容、相接、签名、审计链链头',
    load: () => import('./commands/gazette-verify.ts'),
  },
  {
    name: 'licence verify',
    usage: 'FILE --key FILE',
    summary: '离线核验电子证照文件：两种签名与公布的公钥是否相符',
    load: () => import('./commands/licence-verify.ts'),
  },
  {
    name: 'catalogue check',
    usage: 'FOLDER',
    summary: '核对数据包里的办事事项，指出每处错误所在的文件和位置',
    load: () => import('./commands/catalogue-check.ts'),
  },
  {
    name: 'demonstration check',
    usage: '',
    summary: '核对演示的台账：责任、核验、分值、灯色、签发、各期和审计是否都成立',
    load: () => import('./commands/demonstration-check.ts'),
  },
  {
    name: 'demonstration play',
    usage: '[--scale N] [--days N]',
    summary: '在临时的数据库里推演演示，列出各项数量和用时',
    load: () => import('./commands/demonstration-play.ts'),
  },
  {
    name: 'demonstration reset',
    usage: '[--city 代号]',
    summary: '清空演示并从第一天重新推演；只用于内置数据库里的演示',
    load: () => import('./commands/demonstration-reset.ts'),
  },
  {
    name: 'backup',
    usage: 'FILE.tar.gz',
    summary: '备份全部城市的数据和文件，程序运行时也可以',
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    usage: 'FILE.tar.gz',
    summary: '把备份恢复到没有这些城市的系统',
    load: () => import('./commands/restore.ts'),
  },
]
