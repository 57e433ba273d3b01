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
  /** What hostile code could do that it keeps it from: ends a sentence with `so that`. */
  readonly protects: string
  /** How to get it where it is off. */
  readonly remedy: string
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
  readonly protects: string
  readonly remedy: string
  /** Why it need not be tried here. */
  readonly hopeless: (on: Layers, files: SandboxFiles) => string | undefined
}

const TRIALS: readonly Trial[] = [
  {
    layer: 'limits',
    name: 'resource limits',
    detail: 'processor time, address space, open files and processes are bounded by prlimit',
    protects: 'code that computes, allocates or multiplies without end cannot stop the machine',
    remedy: 'install util-linux, which brings prlimit',
    hopeless: () => missing('prlimit'),
  },
  {
    layer: 'ownUser',
    name: 'own user',
    detail: 'each worker runs as a user that owns nothing',
    protects: 'code that breaks out finds no file or process of anybody that it may touch',
    remedy:
      'start the grader as root, for instance in a container of its own, with util-linux (setpriv)',
    hopeless: () =>
      process.getuid?.() === 0
        ? missing('setpriv')
        : 'only root can change users; this is not root',
  },
  {
    layer: 'bubblewrap',
    name: 'bubblewrap',
    detail: 'own namespaces: no network, no writable file, no other process',
    protects:
      'code that breaks out reaches no network, no file of the machine and no other process',
    remedy:
      'install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap). ' +
      'In a container, user namespaces must be allowed too',
    hopeless: () => missing('bwrap'),
  },
  {
    layer: 'syscallFilter',
    name: 'system call filter',
    detail: 'sockets, tracing, mounts and new processes are refused by the kernel',
    protects: 'code that breaks out starts no process and finds few doors into the kernel',
    remedy: 'install bubblewrap, on a processor that the filter knows (x64 or arm64)',
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
  for (const { layer, detail, hopeless, ...words } of TRIALS) {
    const more = { ...on, [layer]: true }
    const why = hopeless(on, files) ?? (await failureOf(launchOf(more, files)))
    if (why === undefined) on = more
    tried.push({ ...words, on: why === undefined, detail: why ?? detail })
  }
  const launch = launchOf(on, files)
  return { launch, layers: [...ALWAYS, ...tried, memoryWatch()], isStrong: on.bubblewrap }
}

/** What every system offers. A worker that started has shown that they work. */
const ALWAYS: readonly Layer[] = [
  {
    name: 'separate process',
    on: true,
    detail: 'one for each submission, killed from outside',
    protects:
      'code that hangs or crashes takes nothing with it, and the next learner finds nothing',
    remedy: '',
  },
  {
    name: 'empty environment',
    on: true,
    detail: 'the worker knows no secret, no check and no claim',
    protects: 'code that breaks out reads neither passwords nor hidden tests',
    remedy: '',
  },
  {
    name: 'node permissions',
    on: true,
    detail: 'no files, processes, threads or inspector',
    protects: 'code that gets hold of Node itself can ask it for little',
    remedy: '',
  },
]

function memoryWatch(): Layer {
  const on = usageOf(process.pid) !== undefined
  return {
    name: 'memory watch',
    on,
    detail: on ? 'memory is measured every 20 ms' : 'this system has no /proc to read',
    protects: 'code that allocates outside the heap of V8 is ended before the machine swaps',
    remedy: 'run the grader on Linux, with /proc mounted',
  }
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
