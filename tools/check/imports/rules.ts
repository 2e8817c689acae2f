import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'
import { moduleOrder } from '../layout.ts'

// "What may import what" of docs/architecture.md. A rule's comment is what the person reads.

const test = '\\.test\\.tsx?$'
/** What a folder shows to others: its index, the shapes of its HTTP calls, its styles. */
const faces = ['/index\\.tsx?$', '/api\\.ts$', '^platform/http/endpoint\\.ts$', '\\.css$']
/** Code that runs in the reader's browser or draws a page. */
const views = '^modules/([^/]+)/(?:desk/|pages/.+\\.tsx$)'

const forbid = (
  name: string,
  comment: string,
  rest: Pick<IRegularForbiddenRuleType, 'from' | 'to'>,
): IRegularForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  ...rest,
})

const kernel = [
  forbid('kernel-is-pure', 'kernel 只能引用 kernel：不用 npm 包，也不用 node: 模块', {
    from: { path: '^kernel/', pathNot: test },
    to: { pathNot: '^kernel/' },
  }),
  forbid('kernel-tests-stay', 'kernel 的测试不能引用 kernel 以外的项目代码', {
    from: { path: `^kernel/.*${test}` },
    to: { path: '^(platform|modules|apps|packs|tools|bench)/' },
  }),
]

const platform = [
  forbid('platform-is-below', 'platform 只能引用 kernel 和 npm 包', {
    from: { path: '^platform/' },
    to: { path: '^(modules|apps|packs|tools|bench)/' },
  }),
]

const modules = [
  forbid('modules-are-below', '模块不能引用 apps、tools、bench、packs', {
    from: { path: '^modules/' },
    to: { path: '^(apps|packs|tools|bench)/' },
  }),
  forbid('exchange-is-last', '任何模块都不能引用 exchange', {
    from: { path: '^(kernel|platform|modules)/', pathNot: '^modules/exchange/' },
    to: { path: '^modules/exchange/' },
  }),
  ...moduleOrder.slice(0, -2).map((module, index) =>
    forbid('module-order', `模块 ${module} 只能引用排在它前面的模块；要告诉后面的模块，请发布事件`, {
      from: { path: `^modules/${module}/` },
      to: { path: `^modules/(${moduleOrder.slice(index + 1, -1).join('|')})/` },
    }),
  ),
]

const faceRules = ['kernel', 'platform', 'modules'].map((top) =>
  forbid('only-faces', '只能引用其他文件夹的 index.ts（或 api.ts），不能引用里面的文件', {
    from: { path: `^${top}/([^/]+)/` },
    to: { path: `^${top}/[^/]+/`, pathNot: [`^${top}/$1/`, '/node_modules/', ...faces] },
  }),
)

const acrossPackages = [
  forbid('only-faces', '只能引用其他包的公开入口 index.ts（或 api.ts）', {
    from: { path: '^platform/' },
    to: { path: '^kernel/', pathNot: faces },
  }),
  forbid('only-faces', '只能引用其他包的公开入口 index.ts（或 api.ts）', {
    from: { path: '^modules/' },
    to: { path: '^(kernel|platform)/', pathNot: faces },
  }),
  forbid('only-faces', '只能引用公开入口：index.ts、api.ts，页面壳另可引用各模块 pages、desk 里的 .tsx', {
    from: { path: '^(apps|bench|tools)/' },
    to: { path: '^(kernel|platform|modules)/', pathNot: [...faces, '^modules/[^/]+/(pages|desk)/.*\\.tsx$'] },
  }),
]

const viewRules = [
  forbid(
    'views-only-draw',
    '页面只能引用 platform/ui、kernel、npm 包、本模块的 pages、desk、messages.ts、api.ts 和类型',
    {
      from: { path: views, pathNot: test },
      to: {
        pathNot: [
          ...[
            '^platform/ui/',
            '^platform/http/endpoint\\.ts$',
            '^kernel/',
            '(^|/)node_modules/',
            '/api\\.ts$',
            '^modules/$1/api/',
          ],
          ...['^modules/$1/(pages|desk)/', '^modules/$1/messages\\.ts$'],
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
  ),
  forbid('node-reads-no-tsx', 'index.ts 等在 Node 里直接运行的 .ts 不能引用 .tsx；页面只经 Vite 打包', {
    from: { path: '^(kernel|platform|modules)/.*\\.ts$', pathNot: [test, '/desk/'] },
    to: { path: '\\.tsx$', dependencyTypesNot: ['type-only'] },
  }),
]

const everywhere = [
  forbid('packs-are-data', 'packs 是数据，不能引用任何代码', { from: { path: '^packs/' }, to: {} }),
  forbid('no-cycles', '文件之间不能循环引用', {
    from: { path: '^(kernel|platform|modules|apps|tools|bench)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  }),
]

/** All rules, for dependency-cruiser. */
export const importRules: readonly IForbiddenRuleType[] = [
  ...kernel,
  ...platform,
  ...modules,
  ...faceRules,
  ...acrossPackages,
  ...viewRules,
  ...everywhere,
]
