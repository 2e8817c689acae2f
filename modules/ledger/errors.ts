import { DomainError, type FieldFault } from '@guangyue/platform/errors'
import type { DraftFault } from './model/ledger.ts'

export class DocumentUnknown extends DomainError {
  readonly code = 'ledger.document-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '台账中没有这份文件', todo: '请回到台账，从文件清单进入' })
  }
}

export class MeasureUnknown extends DomainError {
  readonly code = 'ledger.measure-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '台账中没有这条措施', todo: '请回到核对草稿的清单重新选择' })
  }
}

export class TaskUnknown extends DomainError {
  readonly code = 'ledger.task-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这项任务，或者它不属于您能查看的范围', todo: '请回到任务清单重新选择' })
  }
}

/** Nothing is told of a task that is not released, not even that it exists. */
export class TaskNotPublished extends DomainError {
  readonly code = 'ledger.task-not-published'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有公开这项任务', todo: '请从“承诺与进展”查看已公开的任务' })
  }
}

/** The second of two people who confirm at once, or a second click. */
export class AlreadyConfirmed extends DomainError<{ by: string | null; at: string | null }> {
  readonly code = 'ledger.already-confirmed'
  readonly kind = 'conflict'

  constructor(by: string | null, at: string | null) {
    super(
      {
        what: `这条措施已由${by ?? '别人'}确认`,
        kept: '任务只成立了一次，没有重复；您的修改没有覆盖已确认的内容',
        todo: '请刷新后查看；确需修改，可在任务上更正，或先撤回确认',
      },
      { by, at },
    )
  }
}

export class NotConfirmed extends DomainError {
  readonly code = 'ledger.not-confirmed'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这条措施还没有确认，不需要撤回', kept: '没有作任何改动', todo: '请刷新后查看' })
  }
}

/** No lead, or a lead that is not known. */
export class DraftNotReady extends DomainError<{ faults: readonly DraftFault[] }> {
  readonly code = 'ledger.draft-not-ready'
  readonly kind = 'invalid'

  constructor(faults: readonly DraftFault[]) {
    super(
      {
        what: '牵头单位还没有确定，不能确认',
        kept: '草稿已保存，没有成立任何任务',
        todo: '请先为每项任务指定牵头单位，再确认',
        fields: faults.map(({ task, message }) => ({ field: `tasks.${task}.leads`, message })),
      },
      { faults },
    )
  }
}

/** Something happened on a task of the measure, so that its confirmation cannot be taken back. */
export class TasksUnderWay extends DomainError<{ tasks: readonly string[] }> {
  readonly code = 'ledger.tasks-under-way'
  readonly kind = 'conflict'

  constructor(tasks: readonly string[]) {
    super(
      {
        what: `“${tasks[0] ?? ''}”等任务已有办理记录，不能撤回确认`,
        kept: '任务保持原状',
        todo: '可以在任务上更正，或写明原因取消任务',
      },
      { tasks },
    )
  }
}

export class StepNotPossible extends DomainError<{ state: string }> {
  readonly code = 'ledger.step-not-possible'
  readonly kind = 'conflict'

  constructor(label: string, state: { readonly name: string; readonly label: string }) {
    super(
      {
        what: `任务${state.label}，不能${label}`,
        kept: '没有作任何改动',
        todo: '请刷新任务页，查看现在可以办理的步骤',
      },
      { state: state.name },
    )
  }
}

/** Only a lead may, or only the first of joint leads, which reports for all. */
export class NotTheLead extends DomainError {
  readonly code = 'ledger.not-the-lead'
  readonly kind = 'forbidden'

  constructor(lead: string, step: string) {
    super({
      what: `${step}由牵头单位（${lead}）办理，您的单位不是`,
      kept: '没有作任何改动',
      todo: '请与牵头单位联系；两个以上单位共同牵头的，由第一个单位汇总报送',
    })
  }
}

/** Lead and verifier are never the same unit. */
export class LeadCannotVerify extends DomainError {
  readonly code = 'ledger.lead-cannot-verify'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '牵头单位不能核验本单位的任务',
      kept: '任务仍待核验',
      todo: '请由督办单位或其他单位核验；督查室所在单位自己牵头的，由市领导核验',
    })
  }
}

/** Whoever asks never grants it, nor does the unit that breaks its task down. */
export class OwnRequest extends DomainError {
  readonly code = 'ledger.own-request'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '不能批准本人的申请，也不能批准本单位的分解',
      kept: '申请仍待批准',
      todo: '请由督办部门其他人员答复；督办部门所在单位自己分解的，由不在该单位的督办人员答复',
    })
  }
}

/** A merge, split or part that the tasks do not allow. */
export class TasksDoNotFit extends DomainError {
  readonly code = 'ledger.tasks-do-not-fit'
  readonly kind = 'conflict'

  constructor(what: string) {
    super({ what, kept: '没有作任何改动', todo: '请刷新后重新选择任务' })
  }
}

export class SheetUnreadable extends DomainError {
  readonly code = 'ledger.sheet-unreadable'
  readonly kind = 'unsupported'

  constructor(what: string, todo = '请用表格软件打开，另存为 xlsx 后重新上传') {
    super({ what, kept: '没有保存任何内容', todo })
  }
}

/** More rows than are read at once. */
export class SheetTooLong extends DomainError {
  readonly code = 'ledger.sheet-too-long'
  readonly kind = 'too-large'

  constructor(sheet: string, rows: number) {
    super({
      what: `工作表“${sheet}”超过 ${rows} 行，没有读取`,
      kept: '没有保存任何内容',
      todo: '请删去多余的行，或分成几个文件上传',
    })
  }
}

export class SheetUnknown extends DomainError {
  readonly code = 'ledger.sheet-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有找到上传的表格', todo: '请重新上传文件' })
  }
}

export class SheetChoiceInvalid extends DomainError {
  readonly code = 'ledger.sheet-choice-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '选定的表或列不合适', kept: '上传的文件已保存', todo: '请按提示重新选择', fields })
  }
}

export class NotAnExport extends DomainError {
  readonly code = 'ledger.not-an-export'
  readonly kind = 'invalid'

  constructor() {
    super({
      what: '这不是本系统导出的台账：缺少“任务编号”或“版本”一列',
      kept: '没有作任何改动',
      todo: '请先导出台账，在导出的表上修改后再上传；已有的其他表格请用“录入已有台账”',
    })
  }
}
