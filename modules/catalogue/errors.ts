import { DomainError } from '@guangyue/platform/errors'
import type { PackFault } from './check-item.ts'

export class ItemUnknown extends DomainError {
  readonly code = 'catalogue.item-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有找到这个事项', todo: '请从办事目录重新进入' })
  }
}

/** A pack with any fault is refused whole. */
export class CataloguePackInvalid extends DomainError<{ faults: readonly PackFault[] }> {
  readonly code = 'catalogue.pack-invalid'
  readonly kind = 'invalid'

  constructor(faults: readonly PackFault[]) {
    super(
      {
        what: `数据包的事项有 ${faults.length} 处错误，第一处在 ${faults[0]?.file} 的 ${faults[0]?.path}：${faults[0]?.message}`,
        kept: '没有载入任何事项，已有的版本没有变化',
        todo: '请改正文件后重新载入',
        fields: faults
          .slice(0, 20)
          .map(({ file, path, message }) => ({ field: `${file} ${path}`, message: `${file} ${path}：${message}` })),
      },
      { faults },
    )
  }
}
