import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { exportFindings, exportInspections } from './export.ts'
import { addMendingEvidence, removeMendingEvidence, saveMending, takeFindingStep } from './mend.ts'
import { addInspectionFile, saveInspection, teamPeople } from './plan.ts'
import { addFinding, addPhotograph } from './record-finding.ts'
import {
  findingsView,
  findingView,
  inspectionsView,
  inspectionView,
  readFindingFile,
  readInspectionFile,
} from './views.ts'

/** Inspections, their findings, and how these are mended. */
export function inspectionRoutes(app: App): void {
  app.serve(api.listInspectionsEndpoint, (ctx, { query }) => inspectionsView(ctx, query))
  app.download(api.exportInspectionsEndpoint, (ctx, { query }) => exportInspections(ctx, query))
  app.serve(api.getInspectionEndpoint, (ctx, { params }) => inspectionView(ctx, params.id))
  app.serve(api.saveInspectionEndpoint, (ctx, { params, body }) => saveInspection(ctx, { ...params, ...body }))
  app.serve(api.listTeamPeopleEndpoint, async (ctx) => {
    ctx.require('ledger.inspect')
    return { items: (await teamPeople(ctx)).map(({ id, name, title }) => ({ id, name, title })) }
  })
  app.upload(api.addInspectionFileEndpoint, (ctx, { params }, file) => addInspectionFile(ctx, { ...params, file }))
  app.download(api.readInspectionFileEndpoint, (ctx, { params }) =>
    readInspectionFile(ctx, { id: params.id, fileId: params.file }),
  )

  app.serve(api.listFindingsEndpoint, (ctx, { query }) => findingsView(ctx, query))
  app.download(api.exportFindingsEndpoint, (ctx, { query }) => exportFindings(ctx, query))
  app.serve(api.addFindingEndpoint, (ctx, { params, body }) => addFinding(ctx, { ...body, inspectionId: params.id }))
  app.serve(api.getFindingEndpoint, (ctx, { params }) => findingView(ctx, params.id))
  app.serve(api.saveMendingEndpoint, (ctx, { params, body }) => saveMending(ctx, { ...params, ...body }))
  app.serve(api.takeFindingStepEndpoint, (ctx, { params, body }) =>
    takeFindingStep(ctx, { ...params, ...body, term: body.term ?? null }),
  )
  app.upload(api.addPhotographEndpoint, (ctx, { params }, file) => addPhotograph(ctx, { ...params, file }))
  app.upload(api.addMendingEvidenceEndpoint, (ctx, { params }, file) => addMendingEvidence(ctx, { ...params, file }))
  app.serve(api.removeMendingEvidenceEndpoint, async (ctx, { params }) => {
    await removeMendingEvidence(ctx, { id: params.id, fileId: params.file })
    return {}
  })
  app.download(api.readFindingFileEndpoint, (ctx, { params }) =>
    readFindingFile(ctx, { id: params.id, fileId: params.file }),
  )
}
