import { DomainError } from '../errors/index.ts'

export class BackupUnreadable extends DomainError {
  readonly code = 'backup.unreadable'
  readonly kind = 'invalid'

  constructor(why: string) {
    super({
      what: `备份文件不能使用：${why}`,
      kept: '没有恢复任何内容，现有数据不变',
      todo: '请换一份备份文件，或重新备份',
    })
  }
}

export class BackupRefused extends DomainError<{ city: string }> {
  readonly code = 'backup.city-present'
  readonly kind = 'conflict'

  constructor(city: string) {
    super(
      {
        what: `备份中的城市 ${city} 已经在本系统中`,
        kept: '没有恢复任何内容，现有数据不变',
        todo: '请恢复到空的数据目录或另一个数据库',
      },
      { city },
    )
  }
}
