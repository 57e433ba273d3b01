/**
 * What the grader's own process holds, so that tests can tell whether an attack left
 * something behind: processes, open files, memory, and its built-in objects.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { usageOf } from '#host/sandbox/process-tree.ts'

export interface Holdings {
  /** Ids of the processes that it has started and that live. */
  readonly children: readonly number[]
  readonly openFiles: number
  readonly residentBytes: number
}

export function holdings(): Holdings {
  return {
    children: childrenOf(process.pid),
    openFiles: readdirSync('/proc/self/fd').length,
    residentBytes: process.memoryUsage().rss,
  }
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  )
}

const LOOK_MS = 40

/** No child may come near this. It is ended, so that a hole does not take the machine along. */
const FUSE_BYTES = 2_147_483_648

/** Measures, while it runs, the most memory that any one child and its descendants held. */
export class MemoryMeter {
  maxBytes = 0
  readonly #timer = setInterval(() => this.#look(), LOOK_MS)

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    for (const child of childrenOf(process.pid)) {
      const bytes = usageOf(child)?.residentBytes ?? 0
      this.maxBytes = Math.max(this.maxBytes, bytes)
      if (bytes > FUSE_BYTES) process.kill(child, 'SIGKILL')
    }
  }
}

/** Names of all that hangs on the built-in objects of this realm: what pollution would change. */
export function builtIns(): string {
  const owners = Object.getOwnPropertyNames(globalThis).flatMap((name) => {
    const value: unknown = Reflect.get(globalThis, name)
    if (typeof value !== 'function' || !/^[A-Z]/.test(name)) return []
    return [
      { name, value },
      { name: `${name}.prototype`, value: value.prototype as unknown },
    ]
  })
  return owners
    .filter(({ value }) => typeof value === 'function' || typeof value === 'object')
    .map(
      ({ name, value }) =>
        `${name}: ${
          value === null
            ? ''
            : Reflect.ownKeys(value as object)
                .map(String)
                .join()
        }`,
    )
    .join('\n')
}
