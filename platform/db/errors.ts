import { DomainError } from '../errors/index.ts'

/** An edit carried a version that is no longer the newest. Both texts go back to the person. */
export class StaleVersion<Thing> extends DomainError<{ yours: unknown; current: Thing }> {
  readonly code = 'db.stale-version'
  readonly kind = 'stale'

  constructor(yours: unknown, current: Thing) {
    super(
      {
        what: '您打开之后，这里已被别人修改',
        kept: '您填写的内容没有丢，也没有覆盖别人的修改',
        todo: '请对照两份内容，选择保留哪一份或合并后再保存',
      },
      { yours, current },
    )
  }
}

export class CityNameTaken extends DomainError<{ key: string }> {
  readonly code = 'db.city-name-taken'
  readonly kind = 'conflict'

  constructor(key: string) {
    super(
      {
        what: '城市代号或域名已被使用',
        kept: '没有新建任何内容',
        todo: '请换一个代号或域名',
        fields: [{ field: 'key', message: `“${key}”或所填域名已属于另一座城市` }],
      },
      { key },
    )
  }
}
