/**
 * Programs that run in place of the worker, behind all layers of the sandbox but without
 * Node's own permissions: what code finds that broke out of V8 and holds the whole process.
 * Each writes what it found as a fault, which is how the test gets to read it.
 */
export interface Intruder {
  readonly id: string
  readonly title: string
  /** An expression, or statements that end in `tell(…)`. */
  readonly script: string
  readonly expected: readonly ('our-fault' | 'memory-limit' | 'time-limit')[]
  readonly says?: RegExp
}

/** What each may use. `attempt` gives the code of the error, or what came of it. */
export const INTRUDER_PRELUDE = `
  const fs = require('node:fs')
  const frame = (kind, body = '') => {
    const text = Buffer.from(body)
    const head = Buffer.alloc(5)
    head.write(kind)
    head.writeUInt32LE(text.length, 1)
    return Buffer.concat([head, text])
  }
  const put = (bytes) => { for (let at = 0; at < bytes.length; ) at += fs.writeSync(1, bytes, at) }
  const tell = (found) => { put(frame('F', JSON.stringify(found))); process.exit(0) }
  const attempt = (act) => { try { return act() ?? 'done' } catch (error) { return error.code ?? error.name } }
  put(frame('R'))
  fs.readSync(0, Buffer.alloc(4))
`

/** @param canary the path of a file that every user of this machine may read */
export function intruders(canary: string): readonly Intruder[] {
  return [...secrets(canary), ...force]
}

function secrets(canary: string): readonly Intruder[] {
  const path = JSON.stringify(canary)
  return [
    {
      id: 'secret-environment',
      title: 'the environment, its own and others’',
      script:
        "tell([Object.keys(process.env).filter((name) => name !== 'PWD'), ...['self', '1', process.ppid].map((id) => attempt(() => fs.readFileSync(`/proc/${id}/environ`, 'latin1')))])",
      expected: ['our-fault'],
      says: /^\[\[\],"ENOENT","ENOENT","ENOENT"\]$/,
    },
    {
      id: 'secret-files',
      title: 'files of the machine',
      script: `tell([${path}, '/etc/passwd', '/etc/hostname', '/root', '/home', '/tmp', '/work', '/proc', '/sys', '/dev'].map((path) => attempt(() => fs.readdirSync(path).length)))`,
      expected: ['our-fault'],
      says: /^\[("ENOENT",?){10}\]$/,
    },
    {
      id: 'secret-descriptors',
      title: 'files that were left open',
      script:
        "tell(Array.from({ length: 64 }, (_, fd) => attempt(() => { const { mode } = fs.fstatSync(fd); return mode })).map((mode, fd) => [fd, mode]).filter(([fd, mode]) => fd > 2 && typeof mode === 'number' && (mode & 0o170000) === 0o100000).length)",
      expected: ['our-fault'],
      says: /^[01]$/,
    },
    {
      id: 'secret-others',
      title: 'other processes',
      script:
        "tell([process.ppid, 1, process.pid].map((id) => attempt(() => process.kill(id, 'SIGSTOP'))))",
      expected: ['our-fault'],
      says: /^\[("EPERM",?){3}\]$/,
    },
    {
      id: 'secret-network',
      title: 'the network, by name, by address and by path',
      script:
        "const net = require('node:net'); const dgram = require('node:dgram'); const found = []; const note = (what) => { found.push(what); if (found.length === 3) tell(found.sort()) }; net.connect(80, '127.0.0.1').on('error', ({ code }) => note(code)); net.connect('/tmp/socket').on('error', ({ code }) => note(code)); try { dgram.createSocket('udp4').on('error', ({ code }) => note(code)).send('x', 53, '127.0.0.1') } catch ({ code }) { note(code) }",
      expected: ['our-fault'],
      says: /^\["EPERM","EPERM","EPERM"\]$/,
    },
    {
      id: 'secret-write',
      title: 'a place to leave something behind',
      script:
        "tell([() => fs.writeFileSync('/sandbox/x', 'x'), () => fs.mkdirSync('/x'), () => fs.symlinkSync('/', '/x'), () => fs.chmodSync('/sandbox/worker.cjs', 0o777), () => fs.writeFileSync('/sandbox/worker.cjs', 'x'), () => fs.unlinkSync('/sandbox/realm.js')].map(attempt))",
      expected: ['our-fault'],
      says: /^\[("(EROFS|EPERM|EACCES)",?){6}\]$/,
    },
    {
      id: 'secret-program',
      title: 'another program, and a process more',
      script:
        "const { spawnSync, fork } = require('node:child_process'); tell([spawnSync('/sandbox/node', ['-v']).error?.code, spawnSync('/bin/sh', ['-c', 'id']).error?.code, attempt(() => require('node:inspector').open(0))])",
      expected: ['our-fault'],
      says: /^\["EPERM","EPERM",/,
    },
  ]
}

const RUN = "put(frame('S', '1'));"

/** What it can do to the machine. Each is in a run, so that it counts as the learner's. */
const force: readonly Intruder[] = [
  {
    id: 'force-memory',
    title: 'all the memory that it can get',
    script: `${RUN} const all = []; for (;;) all.push(Buffer.alloc(2 ** 24, 1))`,
    expected: ['memory-limit'],
  },
  {
    id: 'force-threads',
    title: 'threads without end',
    script: `${RUN} const { Worker } = require('node:worker_threads'); try { for (let i = 0; i < 2000; i++) new Worker('for (;;);', { eval: true }).on('error', () => {}) } catch (error) { tell(error.code) }`,
    expected: ['memory-limit', 'time-limit', 'our-fault'],
  },
  {
    id: 'force-output',
    title: 'output without end',
    script: `${RUN} const big = frame('C', 'O'.repeat(1e6)); for (;;) put(big)`,
    expected: ['memory-limit', 'our-fault'],
  },
  {
    id: 'force-abort',
    title: 'its own end',
    script: `${RUN} process.abort()`,
    expected: ['memory-limit'],
  },
]
