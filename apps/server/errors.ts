import { DomainError, type FieldFault } from '@guangyue/platform/errors'

export class CityInvalid extends DomainError {
  readonly code = 'server.city-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '城市信息有误', kept: '没有新建城市，您填写的内容仍在本页', todo: '请按提示修改', fields })
  }
}

export class NotFirstCity extends DomainError {
  readonly code = 'server.not-first-city'
  readonly kind = 'forbidden'

  constructor(first: string) {
    super({ what: '新建城市由首座城市的管理员办理', kept: '没有新建城市', todo: `请联系${first}的管理员` })
  }
}

export class TimeNotMovable extends DomainError {
  readonly code = 'server.time-not-movable'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '只有演示可以调整法定时间', kept: '法定时间没有变化', todo: '正式运行的城市以机器时间为准' })
  }
}

export class PlayUnderWay extends DomainError {
  readonly code = 'server.play-under-way'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '演示正在逐日推演', kept: '法定时间没有变化', todo: '请等页面上方的推演进度结束后再拨动时间' })
  }
}

export class ResetNotPossible extends DomainError {
  readonly code = 'server.reset-not-possible'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '只有装在内置数据库里的演示可以重置',
      kept: '没有清除任何数据',
      todo: '自建的城市和正式数据不能重置；需要时请先备份，再新建城市',
    })
  }
}

export class JobNotFound extends DomainError {
  readonly code = 'server.job-not-found'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '这项后台处理已不在列表里', kept: '没有作任何改动', todo: '它可能已被重新办理，请刷新后查看' })
  }
}
