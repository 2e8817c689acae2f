import { Light, useMessages } from '@guangyue/platform/ui'
import type { Light as LightKey } from '../model/light.ts'
import { lightState } from './light-state.ts'
import { words } from './words.ts'

interface TaskLightProps {
  readonly light: LightKey
  readonly daysLeft: number | null
  readonly size?: 'small' | 'large'
}

/** The light of a task or date, with how many days are left or have passed where that decides. */
export function TaskLight({ light, daysLeft, size = 'small' }: TaskLightProps) {
  const say = useMessages(words)
  const counted = daysLeft !== null && (light === 'red' || light === 'yellow' || light === 'green')
  return (
    <Light state={lightState[light]} size={size}>
      {counted ? daysText(say, daysLeft) : undefined}
    </Light>
  )
}

function daysText(say: ReturnType<typeof useMessages<keyof typeof words.zh>>, days: number): string {
  if (days === 0) return say('days.today')
  return days < 0 ? say('days.over', { n: -days }) : say('days.left', { n: days })
}
