export { citationOf, findCitation } from './citation.ts'
export { splitMarks } from './mark.ts'
export { compareProvisions } from './provision-order.ts'
export {
  findPermalink,
  findProvision,
  type ProvisionRef,
  permalinkOf,
  sameProvision,
  writeProvision,
} from './provision-ref.ts'
