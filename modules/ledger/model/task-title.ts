import type { Span } from '@guangyue/kernel/gazette-text'
import type { DraftDate } from './ledger.ts'

/**
 * A short name for a task, about 30 signs: the first part of the sentence that says what is done, what stands before
 * it as far as that is short, and what follows as far as it says more that is done. The dates at its beginning and
 * who answers for it are left out. Empty when the sentence holds nothing else.
 */
export function taskTitle(text: string, sentence: Span, dates: readonly DraftDate[]): string {
  const words = text
    .slice(sentence.start, sentence.end)
    .replace(/（[^（）]*(?:牵头|负责|责任|配合|参与)[^（）]*）/g, '')
    .replace(/[。；;！？，：\s]+$/u, '')
  const parts = partsOf(words)
    .map((part) => withoutDate(part.replace(ordinal, ''), dates))
    .filter(Boolean)
  const title = chosen(parts).join('，')
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
}

const LONG = 30
const LONGEST = 60

/** 一是, （1）, 2. before what is to be done. */
const ordinal = /^\s*(?:[一二三四五六七八九十]是(?:要)?|[（(]\d+[）)]|\d+[.．、](?!\d)|[①-⑳])\s*/u

/** Cut at commas and colons, not inside brackets and quotes, and not in a ratio (1.42：1). */
function partsOf(words: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (const [at, sign] of [...words].entries()) {
    if ('（(“《'.includes(sign)) depth += 1
    else if ('）)”》'.includes(sign)) depth = Math.max(0, depth - 1)
    const ratio = '：:'.includes(sign) && /\d/.test(words[at - 1] ?? '') && /\d/.test(words[at + 1] ?? '')
    if (depth > 0 || ratio || !'，,：:'.includes(sign)) continue
    parts.push(words.slice(start, at))
    start = at + 1
  }
  return [...parts, words.slice(start)].map((part) => part.trim())
}

function chosen(parts: readonly string[]): readonly string[] {
  const main = parts.findIndex(saysWhatIsDone)
  if (main < 0) return parts.filter((_, at) => at === 0 || lengthOf(parts.slice(0, at + 1)) <= LONG)
  return withMore(withSubject(parts, main), parts.slice(main + 1))
}

/** The part with what stands right before it, whom or what it is about; a short part alone says too little. */
function withSubject(parts: readonly string[], main: number): readonly string[] {
  let title = parts.slice(main, main + 1)
  for (const before of parts.slice(0, main).reverse()) {
    const part = before.replace(/（[^（）]*）/g, '')
    const limit = lengthOf(title) < LONG / 2 ? LONGEST : 1.5 * LONG
    if (isAside(part) || lengthOf([part, ...title]) > limit) break
    title = [part, ...title]
  }
  return title
}

/** Goes on as long as more is said to be done, and the name does not get long. */
function withMore(title: readonly string[], following: readonly string[]): readonly string[] {
  const at = following.findIndex(saysWhatIsDone)
  const more = [...title, ...following.slice(0, at + 1)]
  const limit = lengthOf(title) < LONG / 3 ? 1.5 * LONG : LONG
  return at < 0 || lengthOf(more) > limit ? title : withMore(more, following.slice(at + 1))
}

function lengthOf(parts: readonly string[]): number {
  return parts.join('，').length
}

/** 按照省统一部署: how, not what. */
function isAside(part: string): boolean {
  return /^(?:按照|根据|依据|结合|围绕|遵照|参照)/.test(part)
}

/** A part with a verb of its own: it begins with one, or has one after its last 的 and is no condition. */
function saysWhatIsDone(part: string): boolean {
  if (opening.test(part)) return true
  if (condition.test(part) || (isAside(part) && !part.includes('的'))) return false
  return verb.test(part.slice(part.lastIndexOf('的') + 1))
}

const verbs = [
  '建立|建成|建设|建好|健全|完善|完成|实现|实施|实行|推行|推进|推动|推广|开展|开通|开放|开发|加强|加快|加大|加挂|提升|提高|提供|优化|深化|强化|细化',
  '制定|制作|修订|编制|起草|出台|印发|发布|公布|公开|公示|公告|打造|落实|组织|举办|召开|参加|参与|探索|扩大|拓展|拓宽|简化|压缩|压减|精简|减少|降低|取消|清理|合并|整合|统一|统筹|规范',
  '鼓励|引导|支持|扶持|培育|培养|壮大|做大|做强|做好|做优|搭建|设立|设置|成立|配备|引进|引入|吸引|挖掘|选择|选派|筛选|找出|认定|评选|征集|梳理|排查|摸排|检查|抽查|督促|监督|考核|评估|评价|通报',
  '达到|达|控制|确保|保障|保证|力争|争取|严格|严禁|禁止|不得|不再|不超过|不少于|不低于|无需|免收|免费|免除|下放|委托|承接|调整|改为|改造|改革|升级|更新|解决|处理|办理|受理|审批|答复|反馈',
  '落地|上线|投入|启动|启用|试点|推送|纳入|列入|采取|采用|使用|运用|应用|利用|发挥|贯彻|执行|创建|创新|创优|创造|新增|增加|增长|延长|缩短|延伸|覆盖|对接|协助|协调|配合|会同|联合|共享|归集',
  '申报|申请|报送|上报|汇报|填报|安排|给予|予以|返还|奖励|补助|补贴|资助|拨付|兑现|发放|分配|宣传|培训|指导|服务于|关联|结对|走访|调研|论证|防范|化解|打击|查处|整治|治理|修复|保护|补齐|恢复',
].join('|')
const adverbs =
  '进一步|继续|持续|全面|深入|积极|大力|努力|着力|切实|有效|有序|稳步|逐步|逐项|加紧|抓紧|分别|定期|不断|广泛|认真|及时|尽快|先行|率先|基本|原则上|可以?|应当?|要|须|必须|将|再|并|也|均|共|统一|集中|主动|严格|充分|科学|动态|务必|实时|研究|健康'
const opening = new RegExp(`^(?:${adverbs})*(?:${verbs})`)
const verb = new RegExp(verbs)
const condition =
  /(?:的|时|后|前|中|外|情况下?|要求|部署|规定|原则|基础上|前提下|条件下|过程中|期间|为(?:目标|导向|主体|重点|核心|主|基础|抓手|契机|载体|依托))$/

/** A part without the dates that it begins with; a date in its middle belongs to its sense. */
function withoutDate(part: string, dates: readonly DraftDate[]): string {
  const bare = part.replace(/^(?:[\s、和]|及(?!时))+|[\s、，,]+$/gu, '')
  const leading = dates.find(({ kind, phrase }) => !vague.has(kind) && phrase !== '' && startsWith(bare, phrase))
  if (!leading) return bare
  const from = bare.indexOf(leading.phrase) + leading.phrase.length
  return withoutDate(bare.slice(from).replace(/^[\s、，起止]+/u, ''), dates)
}

/** 及时, 逐步 say how and stay. */
const vague: ReadonlySet<string> = new Set(['fuzzy', 'ongoing'])

function startsWith(part: string, phrase: string): boolean {
  return part.startsWith(phrase) || part.replace(/^[于在到自从]/, '').startsWith(phrase)
}
