/**
 * The program of a sandbox worker. It reads orders, runs the learner's code under the
 * simulator, writes the tape, and ends. Nothing that it says is believed: the verdict
 * comes from replaying the tape elsewhere.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { argv, exit } from 'node:process'
import { Simulator } from '#core'
import { IsolateHost } from './isolate-host.ts'
import { Mailbox } from './mailbox.ts'
import { IsolateMemoryError, RealmScript } from './node-isolate.ts'
import { isCheckpoint, type RunOrder, type SandboxSetup } from './orders.ts'
import { TapeWriter } from './tape-writer.ts'

const STDIN = 0
const STDOUT = 1

const tape = new TapeWriter(STDOUT)
const mailbox = new Mailbox(STDIN)

main()

function main(): void {
  try {
    const require = createRequire(import.meta.url)
    const { ivm: vm } = require(argument(2, 'the path of isolated-vm')) as NativeModule
    const here = dirname(argument(1, 'the path of this program'))
    const realm = new RealmScript(readFileSync(join(here, 'realm.js'), 'utf8'))
    warmUp(vm, realm)
    tape.mark('ready')
    const setup = mailbox.setup()
    if (setup === undefined) exit(0)
    if (setup.tape === 'exact') tape.writeEachReply()
    for (let order = mailbox.nextRun(); order !== undefined; order = mailbox.nextRun()) {
      run({ vm, realm, setup }, order)
    }
    tape.mark('done')
  } catch (error) {
    if (error instanceof IsolateMemoryError) tape.mark('memory')
    else tape.mark('fault', String(error))
  }
  exit(0)
}

type Vm = typeof import('isolated-vm')

interface NativeModule {
  readonly ivm: Vm
}

function argument(index: number, what: string): string {
  const value = argv[index]
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** Makes one isolate and one context, so that the first learner does not pay for it. */
function warmUp(vm: Vm, realm: RealmScript): void {
  const options = { vm, realm, code: '', specifiers: [], replyLengthMax: 0 }
  const host = new IsolateHost(options, { onReply() {} })
  const config = { id: 'n1', nodes: ['n1'], seed: 0, disk: {}, settings: {} }
  host.call('n1', { kind: 'start', nowMicros: 0, config })
  host.dispose()
}

interface Workshop {
  readonly vm: Vm
  readonly realm: RealmScript
  readonly setup: SandboxSetup
}

function run({ vm, realm, setup }: Workshop, { scenario, seed, lines }: RunOrder): void {
  const { code, specifiers } = setup
  const replyLengthMax = scenario.budgets.bytesPerCallMax
  let replyCount = 0
  let next: 'continue' | 'stop' = 'continue'
  tape.mark('run-start', String(seed))
  const host = new IsolateHost(
    { vm, realm, code, specifiers, replyLengthMax },
    {
      onReply(reply) {
        tape.add('reply', reply)
        if (!isCheckpoint(++replyCount)) return
        tape.flush()
        if (mailbox.checkpoint() === 'stop') next = 'stop'
      },
      ...(lines ? { onLines: (text) => tape.add('lines', text) } : {}),
    },
  )
  new Simulator({ scenario, seed, host, onEvent: () => next }).run()
  host.dispose()
  tape.mark('run-end')
}
