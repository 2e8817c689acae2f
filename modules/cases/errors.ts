import type { Refusal } from '@guangyue/kernel/process'
import { DomainError, type FieldFault } from '@guangyue/platform/errors'

export class CaseUnknown extends DomainError {
  readonly code = 'cases.case-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这个办件，或者它不属于您能查看的范围', todo: '请从“我的办件”或办件列表重新进入' })
  }
}

export class DraftUnknown extends DomainError {
  readonly code = 'cases.draft-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这份草稿，它可能已经提交或删除', todo: '请到“我的办件”查看，或从办事指南重新填写' })
  }
}

export class TooManyDrafts extends DomainError<{ most: number }> {
  readonly code = 'cases.too-many-drafts'
  readonly kind = 'conflict'

  constructor(most: number) {
    super({ what: `没有提交的草稿已有 ${most} 份`, kept: '已有的草稿都在', todo: '请先提交或删除其中几份' }, { most })
  }
}

/** A window takes in what its own unit accepts. */
export class ItemNotAtWindow extends DomainError {
  readonly code = 'cases.item-not-at-window'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '这个事项不由您的窗口收件',
      kept: '没有提交，填写的内容仍在本页',
      todo: '请由受理单位的窗口收件，或请申请人网上申请',
    })
  }
}

/** The number of a submission belongs to another one already. */
export class SubmissionTaken extends DomainError {
  readonly code = 'cases.submission-taken'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '这份申请的编号已用于另一件申请',
      kept: '没有提交；您填写的内容仍在本页',
      todo: '请从办事指南重新进入后提交',
    })
  }
}

export class ItemNotInForce extends DomainError {
  readonly code = 'cases.item-not-in-force'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这个事项现在不能申请', kept: '没有提交，草稿还在', todo: '请到办事目录查看现行的事项' })
  }
}

/** Handled online from degree 3 on; below that a window takes it in. */
export class ItemNotOnline extends DomainError {
  readonly code = 'cases.item-not-online'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这个事项还不能在网上申请', kept: '没有提交', todo: '请按办事指南到窗口办理' })
  }
}

export class FormFaulty extends DomainError {
  readonly code = 'cases.form-faulty'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({
      what: `申请表有 ${fields.length} 处需要修改`,
      kept: '没有提交，填写的内容都在',
      todo: '请按提示修改后重新提交',
      fields: fields.slice(0, 50),
    })
  }
}

/** Not a form, or larger than any form. */
export class FormTooLarge extends DomainError {
  readonly code = 'cases.form-too-large'
  readonly kind = 'too-large'

  constructor() {
    super({
      what: '申请表的内容不成样式，或者超过了能接收的数量',
      kept: '没有保存这次的内容，原有的草稿不变',
      todo: '请从办事指南重新打开申请表填写；每页最多 50 份，每项最多 2000 字',
    })
  }
}

/** What the procedure does not allow now. */
export class ActRefused extends DomainError<{ why: string }> {
  readonly code = 'cases.act-refused'
  readonly kind = 'conflict'

  constructor({ code, message }: Refusal) {
    super({ what: `不能这样办理：${message}`, kept: '办件没有变化', todo: '请刷新后查看办件现在的情况' }, { why: code })
  }
}

/** A step of another unit or another post. */
export class ActNotTheirs extends DomainError<{ why: string }> {
  readonly code = 'cases.act-not-theirs'
  readonly kind = 'forbidden'

  constructor({ code, message }: Refusal) {
    super(
      { what: `您不能办理：${message}`, kept: '办件没有变化', todo: '请由办理这一步的单位和岗位办理' },
      { why: code },
    )
  }
}

export class TooManyMaterials extends DomainError<{ most: number }> {
  readonly code = 'cases.too-many-materials'
  readonly kind = 'conflict'

  constructor(most: number) {
    super({ what: `一份申请最多附 ${most} 个文件`, kept: '已附的文件都在', todo: '请合并或取下几个后再附' }, { most })
  }
}

/** Materials are handed in with the form or as a supplement, not in between. */
export class MaterialsClosed extends DomainError {
  readonly code = 'cases.materials-closed'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '现在不能增减材料', kept: '没有作任何改动', todo: '收到补正通知后，可在办件页补交所列的材料' })
  }
}
