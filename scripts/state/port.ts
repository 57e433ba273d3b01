/** The address on which the site is served, and whether it is free. */
import { createServer } from 'node:net'
import { UserError } from '../terminal.ts'

export interface Address {
  readonly host: string
  readonly port: number
  /** Where people reach the site, without a slash at the end. */
  readonly url: string
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1']

/** The address from PORT, HOST and NETSPLIT_URL. */
export function readAddress(environment: NodeJS.ProcessEnv): Address {
  const port = readPort(environment.PORT)
  const host = environment.HOST || 'localhost'
  if (!environment.NETSPLIT_URL && !LOOPBACK.includes(host)) {
    throw new UserError(
      `HOST=${host} opens the site to others: set NETSPLIT_URL to the address that they will use.`,
    )
  }
  const url = environment.NETSPLIT_URL || `http://localhost:${port}`
  if (!URL.canParse(url) || !/^https?:\/\//.test(url)) {
    throw new UserError(
      `NETSPLIT_URL=${url} is no web address: set it to one such as https://netsplit.example.org`,
    )
  }
  return { host, port, url: url.replace(/\/+$/, '') }
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new UserError(`PORT=${value} is no port: choose a number from 1 to 65535, such as 3001.`)
}

/** Throws one line when the port cannot be had. */
export async function requireFreePort({ host, port }: Address): Promise<void> {
  // A browser tries both loopback addresses for localhost; both must be ours.
  const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
  for (const each of hosts) {
    const code = await listenError(each, port)
    if (code === undefined) continue
    const hint = `choose another port: PORT=${port < 65_535 ? port + 1 : 3001} npm start`
    if (code === 'EADDRINUSE') {
      throw new UserError(`port ${port} is in use: stop the program that uses it, or ${hint}`)
    }
    if (code === 'EACCES') {
      throw new UserError(`this user may not listen on port ${port}: ${hint}`)
    }
    const isNoIpv6 = each === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')
    if (isNoIpv6) continue
    throw new UserError(
      `cannot listen on ${each} (${code}): set HOST to an address of this machine.`,
    )
  }
}

/** A port of this machine that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** The error code of listening there, or undefined when it works. */
function listenError(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}
