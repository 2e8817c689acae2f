import { momentText } from '@guangyue/platform/ui'

/** When something happened, with its year. All of China keeps one civil time. */
export function whenText(moment: string): string {
  return momentText(moment, 'Asia/Shanghai')
}
