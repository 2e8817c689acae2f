import { type Cluster, endOrphan, layout, startServer } from './cluster.ts'
import { faultFrom } from './fault.ts'
import { isAlive, isStopping, postmasterPid } from './postmaster.ts'

export interface Watch {
  /** Ends the watch, after a restart that is under way. */
  end(): Promise<void>
}

const LOOK_EVERY_MS = 1000

/**
 * Starts the server again, on the same port, when it was killed or stopped from outside while the program runs on. The
 * program's pools reconnect by themselves. Does not keep the process alive.
 */
export function keepRunning(cluster: Cluster, port: number, log: (sentence: string) => void): Watch {
  let ended = false
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  const look = async () => {
    const path = layout(cluster.folder).cluster
    const pid = await postmasterPid(path)
    const serves = pid !== undefined && isAlive(pid) && !(await isStopping(path))
    if (ended || serves) return
    log('内置数据库意外停止，正在重新启动')
    try {
      await endOrphan(cluster)
      await startServer(cluster, port)
      log('内置数据库已重新启动，数据完好')
    } catch (error) {
      log(faultFrom(error, cluster.folder).message)
    }
  }
  const schedule = () => {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        if (!ended) schedule()
      })
    }, LOOK_EVERY_MS).unref()
  }
  schedule()

  return {
    async end() {
      ended = true
      clearTimeout(timer)
      await looking
    },
  }
}
