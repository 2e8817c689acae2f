import { DomainError } from '@guangyue/platform/errors'

export class MetricUnknown extends DomainError {
  readonly code = 'ledger.metric-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这个量化指标，或者它不属于您能查看的范围', todo: '请回到指标清单重新选择' })
  }
}

export class MetricComputed extends DomainError {
  readonly code = 'ledger.metric-computed'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这个指标由系统计算，不能填报数值', kept: '没有作任何改动', todo: '请查看指标说明中的计算方法' })
  }
}

export class NotAMetricSheet extends DomainError {
  readonly code = 'ledger.not-a-metric-sheet'
  readonly kind = 'invalid'

  constructor() {
    super({
      what: '这不是量化指标的填报表：缺少“指标”“日期”“数值”或“指标编号”一列',
      kept: '没有录入任何数值',
      todo: '请先下载填报表，在表上填写后再上传',
    })
  }
}

export class MetricNotPublished extends DomainError {
  readonly code = 'ledger.metric-not-published'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有公开这个指标', todo: '请从“承诺与进展”查看已公开的任务和指标' })
  }
}
