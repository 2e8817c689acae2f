import { DomainError } from '@guangyue/platform/errors'

export class IndicatorUnknown extends DomainError {
  readonly code = 'ledger.indicator-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这个指标', todo: '请从指标清单重新选择' })
  }
}
