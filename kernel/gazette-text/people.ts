import { scanner } from '../scan/index.ts'
import { foldWidths } from './source.ts'

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公玄商代仝门'
const POST =
  '书记|市长|省长|县长|区长|镇长|乡长|州长|主席|主任|秘书长|委员|常委|局长|厅长|部长|院长|检察长|总理|总裁|副总裁|董事长|总经理|会长|理事长|校长|行长|司令员|政委|党组成员|成员|专员|河长|主任委员|组长|队长|代表|代理主任|副职|馆长|社长|台长|关长|署长|总监|大使|领事'
const STOP =
  '(?:[、，。；！）”）]|主持|出席|参加|到|会见|在|率|代表|领誓|致辞|对|与|和|列席|讲话|调研|等|一行|通过|共同|作|带队|陪同|为|接受|检查|督导|走访|看望|宣布|介绍|发言|传达|前往|赴|深入|视察|慰问|听取|研究|分别|同志|会|先后|接连|用|宣读|总结|部署|强调|指出|带领|我市|观看|见证|签署|汇报|围绕|主讲|授课|$)'
const AFTER_POST = new RegExp(
  `(?:${POST})((?:[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}|[\\u4e00-\\u9fa5]{1,6}·[\\u4e00-\\u9fa5]{1,8})(?=${STOP}))`,
  'y',
)
const POSTS = POST.split('|')
const nextPost = scanner(AFTER_POST, {
  opens: POSTS.map((post) => post.charAt(0)).join(''),
  follows: POSTS.map((post) => post.charAt(1)).join(''),
})
const LISTED = new RegExp(
  `^、((?:[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}|[\\u4e00-\\u9fa5]{1,6}·[\\u4e00-\\u9fa5]{1,8})(?=${STOP}))`,
)
const OPENING = new RegExp(
  `(?:^|[。；，])((?:[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}、){2,20}[${SURNAMES}][\\u4e00-\\u9fa5]{1,2})(?=${STOP})`,
  'g',
)
const TITLED = /总书记|同志|主席|总理/
const BEFORE_POST = new RegExp(
  `(?<![\\u4e00-\\u9fa5])([${SURNAMES}][\\u4e00-\\u9fa5]{1,2})(?=(?:总书记|同志|主席|总理))|(习近平)(?=总书记)`,
  'g',
)

/** The persons that an entry names by post, in lists, or before a title (…总书记), each once, in printed order. */
export function namedPeople(text: string): readonly string[] {
  const shadow = foldWidths(text)
  const found = new Map<string, number>()
  const add = (name: string, at: number) => {
    if (!found.has(name)) found.set(name, at)
  }
  for (let hit = nextPost(shadow, 0); hit; hit = nextPost(shadow, hit.index + hit[0].length)) {
    add(hit[1] ?? '', hit.index)
    let at = hit.index + hit[0].length
    for (let more = LISTED.exec(shadow.slice(at, at + 20)); more; more = LISTED.exec(shadow.slice(at, at + 20))) {
      add(more[1] ?? '', at)
      at += more[0].length
    }
  }
  if (shadow.includes('、'))
    for (const hit of shadow.matchAll(OPENING))
      (hit[1] ?? '').split('、').forEach((name, i) => {
        add(name, hit.index + i)
      })
  if (TITLED.test(shadow)) for (const hit of shadow.matchAll(BEFORE_POST)) add(hit[1] ?? hit[2] ?? '', hit.index)
  return [...found]
    .filter(([name]) => name !== '')
    .sort((a, b) => a[1] - b[1])
    .map(([name]) => name)
}
