export { faultsOf, type Lang, type Message, type Messages, messages, type Params } from './messages.ts'
