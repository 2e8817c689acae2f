import { momentText } from '@guangyue/platform/ui'

/** When something happened, as staff read it: 7月5日 16:20. All of China keeps one civil time. */
export function whenText(moment: string, today: string): string {
  return momentText(moment, 'Asia/Shanghai', Number(today.slice(0, 4)))
}
