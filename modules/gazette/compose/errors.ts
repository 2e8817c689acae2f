import { DomainError } from '@guangyue/platform/errors'

export class ManuscriptUnknown extends DomainError {
  readonly code = 'gazette.manuscript-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这份待刊文件', todo: '请回到“待刊文件”重新选择' })
  }
}

/** Two manuscripts never carry one number. */
export class ManuscriptNumberTaken extends DomainError<{ number: string }> {
  readonly code = 'gazette.manuscript-number-taken'
  readonly kind = 'conflict'

  constructor(number: string) {
    super(
      {
        what: `另一份待刊文件已经用了文号 ${number}`,
        kept: '没有保存这次的改动，填写的内容仍在页面上',
        todo: '请核对文号；重复录入的，撤下其中一份',
        fields: [{ field: 'number', message: '这个文号已有待刊文件' }],
      },
      { number },
    )
  }
}

/** Printed in a signed issue: corrected only in a later one. */
export class ManuscriptPrinted extends DomainError<{ issue: string }> {
  readonly code = 'gazette.manuscript-printed'
  readonly kind = 'conflict'

  constructor(issue: string) {
    super(
      {
        what: `这份文件已刊于${issue}，不能再改动`,
        kept: '没有作任何改动',
        todo: '需要更正的，另写一份更正，刊登在以后的一期',
      },
      { issue },
    )
  }
}

/** What the ledger offers is changed where it was written. */
export class ManuscriptNotTyped extends DomainError {
  readonly code = 'gazette.manuscript-not-typed'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '这份文件由督查室公开后转来，不能在这里改动',
      kept: '没有作任何改动',
      todo: '不宜刊登的，请督查室在“督办与通报”中改为不再公开；有错的，另行印发更正',
    })
  }
}

/** The file holds no document, or several. */
export class NotOneDocument extends DomainError<{ documents: number }> {
  readonly code = 'gazette.not-one-document'
  readonly kind = 'invalid'

  constructor(documents: number) {
    super(
      {
        what: `文件里应当是一份公文，读出了 ${documents} 份`,
        kept: '没有保存任何内容',
        todo: '请确认文件里有标题和正文；有几份的，一份一份上传，或分别粘贴文字',
      },
      { documents },
    )
  }
}

/** The text of a file could not be read: the message says why. */
export class ManuscriptFileUnreadable extends DomainError {
  readonly code = 'gazette.manuscript-file-unreadable'
  readonly kind = 'invalid'

  constructor(message: string) {
    super({ what: `文件读不出文字：${message}`, kept: '没有保存任何内容', todo: '请换一个文件，或直接粘贴文字' })
  }
}

export class CompositionUnknown extends DomainError {
  readonly code = 'gazette.composition-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这一期的编辑稿', todo: '请回到“编辑公报”重新选择' })
  }
}

/** One issue after the other: the next is opened when the present one is signed or given up. */
export class CompositionOpen extends DomainError<{ compositionId: string; label: string }> {
  readonly code = 'gazette.composition-open'
  readonly kind = 'conflict'

  constructor(compositionId: string, label: string) {
    super(
      {
        what: `${label}还在编辑中，不能同时再开一期`,
        kept: '没有新开，编辑中的一期没有改动',
        todo: '请先签发或作废编辑中的一期',
      },
      { compositionId, label },
    )
  }
}

export class CompositionStepNotPossible extends DomainError {
  readonly code = 'gazette.composition-step-not-possible'
  readonly kind = 'conflict'

  constructor(step: string, state: string) {
    super({
      what: `这一期${state}，不能${step}`,
      kept: '没有作任何改动',
      todo: '请刷新后查看；签发后需要更正的，在以后的一期刊登更正',
    })
  }
}

/** Whoever composed the issue or wrote a document in it does not review it. */
export class OwnComposition extends DomainError<{ wrote: readonly string[] }> {
  readonly code = 'gazette.own-composition'
  readonly kind = 'forbidden'

  constructor(wrote: readonly string[]) {
    super(
      {
        what: '编排这一期的人和录入其中文件的人，不能审核这一期',
        kept: '编辑稿没有改动，仍待审核',
        todo: '请由另一位工作人员审核',
      },
      { wrote },
    )
  }
}

/** The checks found what must be mended first. */
export class CompositionFaulty extends DomainError<{ faults: readonly string[] }> {
  readonly code = 'gazette.composition-faulty'
  readonly kind = 'invalid'

  constructor(faults: readonly string[]) {
    super(
      {
        what: `还有 ${faults.length} 处需要先处理：${faults[0] ?? ''}`,
        kept: '编辑稿没有改动',
        todo: '请按“核对”所列逐项处理后再试',
        fields: faults.map((message) => ({ field: 'issue', message })),
      },
      { faults },
    )
  }
}

/** What was reviewed is not what would be signed. */
export class ReviewOutdated extends DomainError {
  readonly code = 'gazette.review-outdated'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '审核之后，其中的文件又有改动，与审核过的内容不同',
      kept: '没有签发，编辑稿退回待审核',
      todo: '请重新审核后再签发',
    })
  }
}

/** Another issue was signed between: the chain has gone on. */
export class ChainMoved extends DomainError {
  readonly code = 'gazette.chain-moved'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '另一人刚刚签发了一期', kept: '这一期没有签发，也没有改动', todo: '请刷新后再签发' })
  }
}

/** A signed issue is never corrected in place. */
export class SignedIssueStands extends DomainError<{ label: string }> {
  readonly code = 'gazette.signed-issue-stands'
  readonly kind = 'conflict'

  constructor(label: string) {
    super(
      {
        what: `${label}已经签发，这份文本与签发的内容不同，没有收录`,
        kept: '签发的公报没有改动',
        todo: '需要更正的，在以后的一期刊登更正；只是想核对的，请用公报页面的“验证”',
      },
      { label },
    )
  }
}

export class IssueNotSigned extends DomainError {
  readonly code = 'gazette.issue-not-signed'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '这一期不是在本系统签发的，没有可验证的签名', todo: '请从公报目录选择签发过的一期' })
  }
}
