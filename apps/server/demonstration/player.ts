import type { Grants } from '@guangyue/platform/access'
import { type Cities, findPlay, type OpenCity, tellPlayProblem } from '@guangyue/platform/db'
import type { CityModule } from '@guangyue/platform/http'
import { type DemonstratedPack, demonstratedPacks, loadPack, type Parts } from './load.ts'
import { daysAfter, PlayStopped, playDay } from './play-day.ts'

export interface Player {
  /** Ends in the middle of a day, which is then played again at the next start. */
  stop(): Promise<void>
}

export interface PlayerParts extends Parts {
  readonly cities: Cities
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly log: (sentence: string, error?: unknown) => void
}

const TRIES = 3

/**
 * Plays the days of the demonstrations in the background, one city after the other, from where the last program stopped.
 * A demonstration that was emptied is loaded and played anew; of that it learns from the database.
 */
export async function startPlayer(parts: PlayerParts): Promise<Player> {
  const state = { stopped: false, wanted: true, wake: () => {} }
  const others = await parts.cities.follow(() => {
    state.wanted = true
    state.wake()
  })
  const loop = (async () => {
    while (!state.stopped) {
      if (state.wanted) {
        state.wanted = false
        for (const one of await demonstratedPacks()) {
          await playCity(parts, one, () => state.stopped).catch((error) =>
            parts.log(`${one.pack.name} 的演示推演没有进行`, error),
          )
        }
      } else {
        await new Promise<void>((resolve) => {
          state.wake = resolve
        })
      }
    }
  })()
  return {
    async stop() {
      state.stopped = true
      state.wake()
      await others.end()
      await loop
    },
  }
}

async function playCity(parts: PlayerParts, one: DemonstratedPack, stopped: () => boolean): Promise<void> {
  const { cities } = parts
  const city = cities.byKey(one.pack.key)
  if (!city?.demonstration || stopped()) return
  if ((await cities.unloaded()).includes(city.key)) await loadPack(cities, one, parts)
  const play = await findPlay(city)
  if (!play || !one.habits || play.playedTo === play.lastDay) return
  const playing = { ...parts, city, habits: one.habits, folder: one.folder, scale: play.scale, stopped }
  for (const day of daysAfter(play.playedTo, play.firstDay, play.lastDay)) {
    const done = await tried(parts, { city, day, play: (careful) => playDay({ ...playing, careful }, day) })
    if (!done || stopped()) return
  }
  parts.say(`演示数据已推演完毕：${one.pack.name} ${play.lastDay}`)
  // the city's pages and its daily work learn that its time stands still again
  await cities.moveTime(city.key, city.time().now)
}

/** A day that fails is tried again; in the end the city stands still and says why. False when it is not played. */
async function tried(
  { cities, log }: PlayerParts,
  {
    city,
    day,
    play,
  }: { readonly city: OpenCity; readonly day: string; readonly play: (careful: boolean) => Promise<void> },
): Promise<boolean> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await play(left < TRIES)
      return true
    } catch (error) {
      if (error instanceof PlayStopped || (await cities.unloaded()).includes(city.key)) return false
      log(`${city.name} ${day} 的演示推演没有完成，${left > 1 ? '将重试' : '已停在前一天'}`, error)
      if (left > 1) continue
      await tellPlayProblem(city, error instanceof Error ? error.message : String(error))
      await cities.moveTime(city.key, city.time().now)
      return false
    }
  }
}
