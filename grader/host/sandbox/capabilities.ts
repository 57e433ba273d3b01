/** Finds out which layers of the sandbox this machine really offers, by using each once. */
import { existsSync } from 'node:fs'
import { runCompiler } from './compiler-process.ts'
import {
  findCommand,
  type Layers,
  launchOf,
  type SandboxFiles,
  type SandboxLaunch,
} from './launch.ts'
import { usageOf } from './process-tree.ts'
import { SandboxProcess } from './sandbox-process.ts'

/** A layer, for people. */
export interface Layer {
  readonly name: string
  readonly on: boolean
  /** What it does, or why it is off. */
  readonly detail: string
}

export interface Capabilities {
  /** The strongest command that works here. */
  readonly launch: SandboxLaunch
  readonly layers: readonly Layer[]
  /** True when a worker is cut off from network and files by the kernel. */
  readonly isStrong: boolean
}

const NONE: Layers = {
  limits: false,
  ownUser: false,
  bubblewrap: false,
  syscallFilter: false,
}

interface Trial {
  readonly layer: keyof Layers
  readonly name: string
  readonly detail: string
  /** Why it need not be tried here. */
  readonly hopeless: (on: Layers, files: SandboxFiles) => string | undefined
}

const TRIALS: readonly Trial[] = [
  {
    layer: 'limits',
    name: 'resource limits',
    detail: 'CPU time, address space and open files are bounded by prlimit',
    hopeless: () => missing('prlimit'),
  },
  {
    layer: 'ownUser',
    name: 'own user',
    detail: 'the worker runs as a user that owns nothing',
    hopeless: () =>
      process.getuid?.() === 0
        ? missing('setpriv')
        : 'only root can change users; this is not root',
  },
  {
    layer: 'bubblewrap',
    name: 'bubblewrap',
    detail: 'own namespaces: no network, no writable file, no other process',
    hopeless: () => missing('bwrap'),
  },
  {
    layer: 'syscallFilter',
    name: 'system call filter',
    detail: 'sockets, tracing, mounts and new processes are refused by the kernel',
    hopeless: (on, { folder }) => {
      if (!on.bubblewrap) return 'needs bubblewrap'
      if (!existsSync(`${folder}/seccomp.bpf`)) return 'there is no filter for this processor'
      return undefined
    },
  },
]

function missing(command: string): string | undefined {
  return findCommand(command) === undefined ? `${command} is not installed` : undefined
}

/**
 * Adds one layer after the other and keeps those under which a worker starts.
 * @throws Error when a worker does not start even without any
 */
export async function probeLayers(files: SandboxFiles): Promise<Capabilities> {
  const bare = await failureOf(launchOf(NONE, files))
  if (bare !== undefined) throw new Error(`the sandbox worker does not start: ${bare}`)
  let on = NONE
  const tried: Layer[] = []
  for (const { layer, name, detail, hopeless } of TRIALS) {
    const more = { ...on, [layer]: true }
    const why = hopeless(on, files) ?? (await failureOf(launchOf(more, files)))
    if (why === undefined) on = more
    tried.push({ name, on: why === undefined, detail: why ?? detail })
  }
  const launch = launchOf(on, files)
  return { launch, layers: [...ALWAYS, ...tried, memoryWatch()], isStrong: on.bubblewrap }
}

/** What every system offers. A worker that started has shown that they work. */
const ALWAYS: readonly Layer[] = [
  { name: 'separate process', on: true, detail: 'one for each submission, killed from outside' },
  { name: 'empty environment', on: true, detail: 'the worker knows no secret' },
  { name: 'node permissions', on: true, detail: 'no files, processes, threads or inspector' },
]

function memoryWatch(): Layer {
  const on = usageOf(process.pid) !== undefined
  const detail = on ? 'memory is measured every 20 ms' : 'this system has no /proc to read'
  return { name: 'memory watch', on, detail }
}

/** Starts both programs; returns why one did not start, or undefined when both did. */
async function failureOf(launch: SandboxLaunch): Promise<string | undefined> {
  const worker = new SandboxProcess(launch)
  try {
    const [compiled] = await Promise.all([
      runCompiler(launch.compiler, ['--loader=ts'], 'let x: number'),
      worker.ready,
    ])
    return compiled.kind === 'compiled' ? undefined : `the compiler ended: ${compiled.kind}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    worker.kill()
  }
}
