/**
 * The grader process. It needs a database and the secret behind hidden seeds; it tries
 * the sandbox before it takes the first job, and says what it found.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { databaseUrl } from '#db'
import type { Lane } from '../../prisma/line.ts'
import { isDatabaseTrouble } from './queue/database-trouble.ts'
import { type Grader, startGrader } from './queue/grader.ts'
import { type Capabilities, probeLayers } from './sandbox/capabilities.ts'
import { sandboxFiles } from './sandbox/launch.ts'
import { SandboxPool } from './sandbox/pool.ts'

const SANDBOX_FOLDER = join(import.meta.dirname, '..', '..', '.netsplit', 'build', 'sandbox')
const SECRET_LENGTH_MIN = 16
const CONCURRENCY_MAX = 64
const SPARES_MAX = 4
/** A stop that takes longer, because the database is away, is left to the sweepers. */
const STOP_MS_MAX = 4_500

await main().catch((error: unknown) => {
  console.error(`grader: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const capabilities = await probeLayers(sandboxFiles(SANDBOX_FOLDER))
  tellLayers(capabilities)
  refuseWeakHosting(capabilities, process.env)
  const { concurrency } = settings
  // Whatever processors are left over make a single submission quicker.
  const workerCount = Math.max(1, Math.floor(availableParallelism() / concurrency))
  const pool = new SandboxPool(capabilities.launch, Math.min(concurrency * workerCount, SPARES_MAX))
  const grader = await startGrader({
    ...settings,
    workerCount,
    pool,
    layers: capabilities.layers.filter(({ on }) => on).map(({ name }) => name),
    onFault: (line) => console.error(`grader: ${line}`),
  })
  outliveDatabaseTrouble()
  endTogether(grader)
  console.log('grader ready')
}

interface Settings {
  readonly databaseUrl: string
  readonly seedSecret: string
  readonly concurrency: number
  readonly lanes: readonly Lane[]
}

/** @throws Error with one line that says what to set */
function readSettings(environment: NodeJS.ProcessEnv): Settings {
  if (!existsSync(join(SANDBOX_FOLDER, 'worker.cjs'))) {
    throw new Error('the sandbox is not built: start Netsplit with `npm start`.')
  }
  const seedSecret = environment.NETSPLIT_SEED_SECRET ?? ''
  if (seedSecret.length < SECRET_LENGTH_MIN) {
    throw new Error(`NETSPLIT_SEED_SECRET must be at least ${SECRET_LENGTH_MIN} characters long.`)
  }
  const concurrency = Number(environment.NETSPLIT_GRADER_CONCURRENCY ?? 1)
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > CONCURRENCY_MAX) {
    throw new Error(
      `NETSPLIT_GRADER_CONCURRENCY must be a whole number from 1 to ${CONCURRENCY_MAX}.`,
    )
  }
  return { databaseUrl: databaseUrl(), seedSecret, concurrency, lanes: readLanes(environment) }
}

function readLanes({ NETSPLIT_GRADER_LANES }: NodeJS.ProcessEnv): readonly Lane[] {
  switch (NETSPLIT_GRADER_LANES ?? '') {
    case '':
      return ['interactive', 'bulk']
    case 'interactive':
      return ['interactive']
    case 'bulk':
      return ['bulk']
    default:
      throw new Error(
        'NETSPLIT_GRADER_LANES must be interactive or bulk, or left out: then it is both.',
      )
  }
}

function tellLayers({ layers }: Capabilities): void {
  for (const { name, on, detail } of layers) {
    console.log(`sandbox: ${on ? 'on ' : 'off'} ${name} (${detail})`)
  }
}

/** A grader for strangers needs a wall that the kernel keeps; one's own machine does not. */
function refuseWeakHosting({ isStrong }: Capabilities, environment: NodeJS.ProcessEnv): void {
  if (isStrong || environment.NETSPLIT_ALLOW_WEAK_SANDBOX === '1') return
  const url = environment.NETSPLIT_URL ?? 'http://localhost'
  if (/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url)) return
  throw new Error(
    `${url} is open to others, but bubblewrap does not work here, so their code would run ` +
      'behind too few walls. Install bubblewrap, or set NETSPLIT_ALLOW_WEAK_SANDBOX=1 if you ' +
      'trust everybody who can reach this site.',
  )
}

/**
 * graphile-worker does not look whether the end of a job could be written. When it could
 * not, a sweeper clears up after it; nothing else may fail unheard.
 */
function outliveDatabaseTrouble(): void {
  process.on('unhandledRejection', (reason) => {
    console.error(`grader: ${String(reason)}`)
    if (!isDatabaseTrouble(reason)) process.exit(1)
  })
}

function endTogether({ stop, ended }: Grader): void {
  let stopping: Promise<void> | undefined
  const end = () => {
    if (stopping !== undefined) return
    stopping = stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`grader: stopped with ${String(error)}`)
        process.exit(1)
      },
    )
    setTimeout(() => {
      console.error('grader: stopped in haste; other graders will take what it held')
      process.exit(0)
    }, STOP_MS_MAX)
  }
  void ended.then((why) => {
    if (stopping !== undefined) return
    console.error(`grader: ${why}`)
    process.exit(1)
  })
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  if (process.env.NETSPLIT_PARENT_PIPE !== '1') return
  // Whoever started this process holds the other end; it closes when they die.
  process.stdin.resume()
  process.stdin.on('close', end)
  process.stdin.on('end', end)
}
