import type { CityModule } from '@guangyue/platform/http'
import { loadDemonstrationCharges } from './charges/demonstration.ts'
import { loadDemonstrationSchemes } from './dispatch/demonstration.ts'
import { escalate } from './dispatch/escalate.ts'
import { openDuePeriods } from './dispatch/periods.ts'
import { onPeriodOpened, onReportAnswered } from './dispatch/tell.ts'
import { tellFollowersOfRelease, tellFollowersOfReport, tellFollowersOfTask } from './follows/tell.ts'
import { ledgerGrants } from './grants.ts'
import { escalateFindings } from './inspections/escalate.ts'
import { onFindingStepped } from './inspections/tell.ts'
import { onDocumentReleased, onTaskOfMetricStepped } from './metrics/hang-metrics.ts'
import { makeMetrics } from './metrics/make-metrics.ts'
import { loadMetricPack } from './metrics/pack.ts'
import { computeMetrics, takeFigures } from './metrics/service.ts'
import { onNoticeIssued, onNoticeReplied } from './notices/tell.ts'
import { onIssueImported } from './on-issue-imported.ts'
import { loadLedgerPack } from './pack.ts'
import { ledgerRoutes } from './routes.ts'
import { loadDemonstrationRules } from './scores/demonstration.ts'
import { onPeriodClosed } from './scores/service.ts'
import {
  onObjectionDecided,
  onObjectionRaised,
  onScoreSettled,
  onScoresIssued,
  remindOfObjections,
} from './scores/tell.ts'
import { onPartsProposed, onTaskStepped, onTasksAssigned, remindOfDue } from './tell-concerned.ts'

export const ledgerModule: CityModule = {
  name: 'ledger',
  title: { zh: '工作台账', en: 'Ledger' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: ledgerGrants,
  routes: ledgerRoutes,
  reactions: {
    'gazette.issue-imported': onIssueImported,
    async 'ledger.tasks-assigned'(ctx, event) {
      await makeMetrics(ctx, event)
      await onTasksAssigned(ctx, event)
    },
    'ledger.parts-proposed': onPartsProposed,
    async 'ledger.task-stepped'(ctx, event) {
      await onTaskOfMetricStepped(ctx, event)
      await onTaskStepped(ctx, event)
      await tellFollowersOfTask(ctx, event)
    },
    'ledger.task-changed': tellFollowersOfTask,
    async 'ledger.document-released'(ctx, event) {
      await onDocumentReleased(ctx, event)
      await tellFollowersOfRelease(ctx, event)
    },
    'ledger.period-opened': onPeriodOpened,
    'ledger.period-closed': onPeriodClosed,
    'ledger.scores-issued': onScoresIssued,
    'ledger.score-settled': onScoreSettled,
    'ledger.objection-raised': onObjectionRaised,
    'ledger.objection-decided': onObjectionDecided,
    'ledger.notice-issued': onNoticeIssued,
    'ledger.notice-replied': onNoticeReplied,
    'ledger.finding-stepped': onFindingStepped,
    'ledger.measure-confirmed': makeMetrics,
    async 'ledger.report-answered'(ctx, event) {
      await takeFigures(ctx, event)
      await onReportAnswered(ctx, event)
      await tellFollowersOfReport(ctx, event)
    },
  },
  async daily(ctx) {
    await openDuePeriods(ctx)
    await escalate(ctx)
    await escalateFindings(ctx)
    await remindOfDue(ctx)
    await computeMetrics(ctx)
    await remindOfObjections(ctx)
  },
  async loadPack(ctx, folder) {
    await loadLedgerPack(ctx, folder)
    await loadMetricPack(ctx, folder)
  },
  async loadDemonstration(ctx, folder) {
    await loadDemonstrationCharges(ctx, folder)
    await loadDemonstrationSchemes(ctx, folder)
    await loadDemonstrationRules(ctx, folder)
  },
  nav: [
    { href: '/ledger', zh: '承诺与进展', en: 'Promises' },
    { href: '/notices', zh: '督办与通报', en: 'Orders' },
  ],
}
