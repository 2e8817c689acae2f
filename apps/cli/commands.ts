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
]
