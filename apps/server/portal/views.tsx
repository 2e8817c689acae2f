import { CasePage } from '@guangyue/modules/cases/pages/case.tsx'
import { MyCasesPage } from '@guangyue/modules/cases/pages/my-cases.tsx'
import { ReceiptPage } from '@guangyue/modules/cases/pages/receipt.tsx'
import { ChecklistPage } from '@guangyue/modules/catalogue/pages/checklist.tsx'
import { FormPage } from '@guangyue/modules/catalogue/pages/form-preview.tsx'
import { ServicePage } from '@guangyue/modules/catalogue/pages/service.tsx'
import { ServicesPage } from '@guangyue/modules/catalogue/pages/services.tsx'
import { ActsPage } from '@guangyue/modules/gazette/pages/acts.tsx'
import { ChroniclePage, EntryPage } from '@guangyue/modules/gazette/pages/chronicle.tsx'
import { DocumentPage } from '@guangyue/modules/gazette/pages/document.tsx'
import { IssuePage, IssuesPage } from '@guangyue/modules/gazette/pages/issues.tsx'
import { OfficialsPage, PersonPage } from '@guangyue/modules/gazette/pages/officials.tsx'
import { SearchPage } from '@guangyue/modules/gazette/pages/search.tsx'
import { VerifyPage } from '@guangyue/modules/gazette/pages/verify.tsx'
import { CodePage, SignInPage } from '@guangyue/modules/identity/pages/sign-in.tsx'
import { MetricPage } from '@guangyue/modules/ledger/pages/metric.tsx'
import { NoticePage, NoticesPage } from '@guangyue/modules/ledger/pages/notices.tsx'
import { PromisesPage } from '@guangyue/modules/ledger/pages/promises.tsx'
import { TaskPage } from '@guangyue/modules/ledger/pages/task.tsx'
import { LicencePage } from '@guangyue/modules/licences/pages/licence.tsx'
import { MyLicencesPage } from '@guangyue/modules/licences/pages/mine.tsx'
import { VerifyLicencePage } from '@guangyue/modules/licences/pages/verify.tsx'
import type { ReactNode } from 'react'
import { ApiPage } from './api.tsx'
import { ErrorPage } from './error.tsx'
import { HomePage } from './home.tsx'

/**
 * Every view of the public pages by its name, `module.page`. A page is added by one line here; what its loader gives
 * is what its component takes.
 */
export const views = {
  'cases.case': CasePage,
  'cases.mine': MyCasesPage,
  'cases.receipt': ReceiptPage,
  'catalogue.checklist': ChecklistPage,
  'catalogue.form': FormPage,
  'catalogue.service': ServicePage,
  'catalogue.services': ServicesPage,
  'gazette.acts': ActsPage,
  'gazette.chronicle': ChroniclePage,
  'gazette.document': DocumentPage,
  'gazette.entry': EntryPage,
  'gazette.issue': IssuePage,
  'gazette.issues': IssuesPage,
  'gazette.officials': OfficialsPage,
  'gazette.person': PersonPage,
  'gazette.search': SearchPage,
  'gazette.verify': VerifyPage,
  'identity.sign-in': SignInPage,
  'identity.code': CodePage,
  'ledger.metric': MetricPage,
  'ledger.notice': NoticePage,
  'ledger.notices': NoticesPage,
  'ledger.promises': PromisesPage,
  'ledger.task': TaskPage,
  'licences.licence': LicencePage,
  'licences.mine': MyLicencesPage,
  'licences.verify': VerifyLicencePage,
  'portal.api': ApiPage,
  'portal.home': HomePage,
  'portal.error': ErrorPage,
} satisfies Readonly<Record<string, (props: never) => ReactNode>>

export type ViewName = keyof typeof views
