/**
 * A way to the database that can be watched and cut. It knows who speaks (by the
 * application_name of each connection) and in which phase of a submission, so that a fault
 * strikes at the very moment it is meant for, and not about then.
 */
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Moments in the life of a submission, as the words that pass by show them. */
export type Phase = 'submitting' | 'accepted' | 'taken' | 'running' | 'recording' | 'recorded'

export interface Moment {
  /** The application_name of the connection. */
  readonly who: string
  readonly phase: Phase
  /** Ends the connection, at both ends, without a word. */
  readonly cut: () => void
}

export interface Proxy {
  readonly port: number
  /** Connections go to this port of the database from now on. */
  target: number
  /** Called at each moment, before the words of it are passed on; true keeps them back. */
  onMoment: (moment: Moment) => boolean
  close(): Promise<void>
}

/** What opens a phase, in the words of a query. */
const WORDS: readonly (readonly [Phase, RegExp])[] = [
  ['submitting', /INSERT INTO "public"\."Submission" /],
  ['taken', /set fence = fence \+ 1, state = 'running'/],
  ['running', /UPDATE "public"\."Submission" SET "seedsDone" = \$\d+, "seedsTotal"/],
  ['recording', /INSERT INTO "public"\."SubmissionVerdict"/],
]
/** The phase after these ends with a commit, whose answer can be lost. */
const COMMITTED: Partial<Record<Phase, Phase>> = { submitting: 'accepted', recording: 'recorded' }

/** Opens the way. */
export async function openProxy(target: number): Promise<Proxy> {
  const server: Server = createServer((client) => pass(client, proxy))
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const proxy: Proxy = {
    port,
    target,
    onMoment: () => false,
    close: async () => {
      server.close()
      await Promise.resolve()
    },
  }
  return proxy
}

function pass(client: Socket, proxy: Proxy): void {
  const server = connect({ host: '127.0.0.1', port: proxy.target })
  const cut = () => {
    client.destroy()
    server.destroy()
  }
  for (const end of [client, server]) {
    end.on('error', cut)
    end.on('close', cut)
    end.setNoDelay(true)
  }
  let who = ''
  let committing: Phase | undefined
  let answered: Phase | undefined
  const strike = (phase: Phase) => proxy.onMoment({ who, phase, cut })
  client.on('data', (bytes) => {
    const text = bytes.toString('latin1')
    who ||= /application_name\0([^\0]+)\0/.exec(text)?.[1] ?? ''
    const phase = WORDS.find(([, words]) => words.test(text))?.[0]
    if (phase !== undefined) committing = COMMITTED[phase]
    if (phase !== undefined && strike(phase)) return
    if (committing !== undefined && /COMMIT/.test(text)) {
      answered = committing
      committing = undefined
    }
    server.write(bytes)
  })
  server.on('data', (bytes) => {
    const phase = answered
    answered = undefined
    if (phase !== undefined && strike(phase)) return
    client.write(bytes)
  })
}
