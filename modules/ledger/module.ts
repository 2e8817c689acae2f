import type { CityModule } from '@guangyue/platform/http'
import { loadDemonstrationCharges } from './charges/demonstration.ts'
import { ledgerGrants } from './grants.ts'
import { onIssueImported } from './on-issue-imported.ts'
import { loadLedgerPack } from './pack.ts'
import { ledgerRoutes } from './routes.ts'
import { onTaskStepped, onTasksAssigned, remindOfDue } from './tell-concerned.ts'

export const ledgerModule: CityModule = {
  name: 'ledger',
  title: { zh: '工作台账', en: 'Ledger' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: ledgerGrants,
  routes: ledgerRoutes,
  reactions: {
    'gazette.issue-imported': onIssueImported,
    'ledger.tasks-assigned': onTasksAssigned,
    'ledger.task-stepped': onTaskStepped,
  },
  daily: remindOfDue,
  loadPack: loadLedgerPack,
  loadDemonstration: loadDemonstrationCharges,
  nav: [{ href: '/ledger', zh: '承诺与进展', en: 'Promises' }],
}
