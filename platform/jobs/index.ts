export { type Dispatcher, startDispatcher } from './dispatcher.ts'
export {
  countFailedReactions,
  type FailedReaction,
  listFailedReactions,
  REACTION_FAILED,
  retryReaction,
} from './failed-reactions.ts'
