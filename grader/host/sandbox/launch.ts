/** The command line that starts a worker under a set of sandbox layers. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { LIMITS } from './watchdog.ts'

/** The layers that a machine may or may not offer. Each is tried before it is used. */
export interface Layers {
  /** `prlimit`: bounds on CPU time, address space, open files; no files, no core dumps. */
  readonly limits: boolean
  /** `setpriv`: a user that owns nothing and runs nothing else. Needs root to begin with. */
  readonly ownUser: boolean
  /** `bwrap`: own namespaces, no network, no capabilities, a read-only root of six files. */
  readonly bubblewrap: boolean
  /** A filter of system calls; bubblewrap installs it. */
  readonly syscallFilter: boolean
}

/** The files that a worker needs, on this machine. */
export interface SandboxFiles {
  /** The folder with `worker.cjs`, `realm.js` and `seccomp.bpf`. */
  readonly folder: string
  /** The Node binary. */
  readonly node: string
  /** The native part of isolated-vm. */
  readonly addon: string
  /** The binary of esbuild, which needs no libraries. */
  readonly esbuild: string
  /** Shared libraries that the two above load. */
  readonly libraries: readonly string[]
}

export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  /** Opened for reading as descriptor 3 of the new process. */
  readonly descriptor3: string | undefined
}

/** A sandbox runs two programs: the worker, and the compiler before it. */
export interface SandboxLaunch extends Launch {
  /** esbuild, which takes its options after these arguments and the source on its input. */
  readonly compiler: Launch
}

/** The first of a thousand user and group numbers that hardly any system gives to anybody. */
export const SANDBOX_UID = 61_900

/**
 * Processes and threads of one user. A worker and what is around it have about twenty, and
 * pools of threads grow with the processors.
 */
export const PROCESSES_MAX = 64 + 4 * availableParallelism()

const ADDRESS_SPACE_BYTES = 4 * 1_073_741_824
const OPEN_FILES_MAX = 64
const WORKER_HEAP_MEGABYTES = 192

/** Finds the files. @param folder what `scripts/build/sandbox.ts` wrote */
export function sandboxFiles(folder: string): SandboxFiles {
  const require = createRequire(import.meta.url)
  const findAddon = require('node-gyp-build') as { path(folder: string): string }
  const addon = findAddon.path(dirname(require.resolve('isolated-vm/package.json')))
  const esbuild = esbuildBinary(require)
  return { folder, node: process.execPath, addon, esbuild, libraries: loadedLibraries() }
}

/** The package of this platform holds the program itself, without the script around it. */
function esbuildBinary(require: NodeJS.Require): string {
  const own = createRequire(require.resolve('esbuild'))
  const program = process.platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild'
  return own.resolve(`@esbuild/${process.platform}-${process.arch}/${program}`)
}

/** The libraries of this very process: it runs the binary that the worker will run. */
function loadedLibraries(): readonly string[] {
  if (process.platform !== 'linux') return []
  // Its part about the network may ask name servers, and nobody here reads it.
  Object.assign(process.report, { excludeNetwork: true })
  const report = process.report.getReport() as { readonly sharedObjects?: readonly string[] }
  const paths = report.sharedObjects ?? []
  return paths.filter((path) => path.startsWith('/') && !path.endsWith('.node'))
}

/** Puts the command together, the outermost layer first. */
export function launchOf(layers: Layers, files: SandboxFiles): SandboxLaunch {
  const { bubblewrap: isInside } = layers
  const worker = isInside ? node(INSIDE) : node(files)
  const compiler = isInside ? INSIDE.esbuild : files.esbuild
  return {
    ...under(layers, files, workerBinds(files), worker),
    compiler: under(layers, files, [[files.esbuild, INSIDE.esbuild]], [compiler]),
  }
}

/** Paths outside and inside. */
type Binds = readonly (readonly [string, string])[]

function under(
  layers: Layers,
  { folder, node: binary }: SandboxFiles,
  binds: Binds,
  program: readonly string[],
): Launch {
  const [command = binary, ...args] = [
    ...(layers.ownUser ? ownUser() : []),
    ...(layers.limits ? limits(layers) : []),
    ...(layers.bubblewrap ? bubblewrap(layers, binds) : []),
    ...program,
  ]
  const descriptor3 = layers.syscallFilter ? join(folder, 'seccomp.bpf') : undefined
  return { command, args, descriptor3 }
}

/** Where systems keep their commands. The worker's environment is empty, so no PATH helps. */
const COMMAND_FOLDERS = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/current-system/sw/bin']

/** The path of a command of the system, or undefined when it is not installed. */
export function findCommand(name: string): string | undefined {
  return COMMAND_FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

function systemCommand(name: string): string {
  return findCommand(name) ?? name
}

function ownUser(): readonly string[] {
  return [
    systemCommand('setpriv'),
    `--reuid=${SANDBOX_UID}`,
    `--regid=${SANDBOX_UID}`,
    '--clear-groups',
    '--inh-caps=-all',
    '--bounding-set=-all',
    '--no-new-privs',
    '--pdeathsig=KILL',
    '--',
  ]
}

function limits({ ownUser: hasOwnUser }: Layers): readonly string[] {
  return [
    systemCommand('prlimit'),
    // Two seconds more for the hard limit, which kills without saying why.
    `--cpu=${LIMITS.cpuSeconds}:${LIMITS.cpuSeconds + 2}`,
    `--as=${ADDRESS_SPACE_BYTES}`,
    `--nofile=${OPEN_FILES_MAX}`,
    '--fsize=0',
    '--core=0',
    // The kernel counts by user: that of the operator may well have thousands.
    ...(hasOwnUser ? [`--nproc=${PROCESSES_MAX}`] : []),
    '--',
  ]
}

/** Where the files are inside bubblewrap. */
const INSIDE: SandboxFiles = {
  folder: '/sandbox',
  node: '/sandbox/node',
  addon: '/sandbox/isolated-vm.node',
  esbuild: '/sandbox/esbuild',
  libraries: [],
}

function workerBinds(files: SandboxFiles): Binds {
  return [
    [files.node, INSIDE.node],
    [files.addon, INSIDE.addon],
    [join(files.folder, 'worker.cjs'), join(INSIDE.folder, 'worker.cjs')],
    [join(files.folder, 'realm.js'), join(INSIDE.folder, 'realm.js')],
    ...files.libraries.map((path) => [path, path] as const),
  ]
}

function bubblewrap(layers: Layers, binds: Binds): readonly string[] {
  return [
    systemCommand('bwrap'),
    '--unshare-all',
    '--unshare-user',
    '--disable-userns',
    '--uid',
    String(SANDBOX_UID),
    '--gid',
    String(SANDBOX_UID),
    '--hostname',
    'sandbox',
    '--cap-drop',
    'ALL',
    '--clearenv',
    '--die-with-parent',
    '--new-session',
    ...binds.flatMap(([from, to]) => ['--ro-bind', from, to]),
    '--chdir',
    INSIDE.folder,
    '--remount-ro',
    '/',
    ...(layers.syscallFilter ? ['--seccomp', '3'] : []),
    '--',
  ]
}

function node({ node: binary, folder, addon }: SandboxFiles): readonly string[] {
  return [
    binary,
    // isolated-vm asks for it.
    '--no-node-snapshot',
    // A seat belt only: the layers around the process are the boundary.
    '--permission',
    '--allow-addons',
    `--allow-fs-read=${folder}/*`,
    `--allow-fs-read=${addon}`,
    '--no-warnings',
    `--max-old-space-size=${WORKER_HEAP_MEGABYTES}`,
    join(folder, 'worker.cjs'),
    addon,
  ]
}
