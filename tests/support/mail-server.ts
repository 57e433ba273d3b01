/** A mail server for tests, on 127.0.0.1: takes every mail, and keeps it (RFC 5321, 3.3). */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface ReceivedMail {
  readonly to: string
  readonly subject: string
  /** The text, decoded. */
  readonly text: string
}

export interface MailServer {
  readonly url: string
  /** The first mail to this address that matches, as soon as it is there. */
  mailTo(address: string, matches?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  /** How many came so far. */
  count(): number
  stop(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let onMail = () => {}
  let news = new Promise<void>((resolve) => {
    onMail = resolve
  })
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    serve(socket, (mail) => {
      mails.push(mail)
      const tell = onMail
      news = new Promise((resolve) => {
        onMail = resolve
      })
      tell()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const mailTo: MailServer['mailTo'] = async (to, matches = () => true) => {
    for (;;) {
      const next = news
      const found = mails.find((mail) => mail.to === to && matches(mail))
      if (found !== undefined) return found
      await next
    }
  }
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { url: `smtp://127.0.0.1:${port}`, mailTo, count: () => mails.length, stop }
}

function serve(socket: Socket, onMail: (mail: ReceivedMail) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let to = ''
  let data: string[] | undefined
  say('220 test')
  createInterface({ input: socket }).on('line', (line) => {
    if (data !== undefined) {
      if (line !== '.') {
        data.push(line.startsWith('..') ? line.slice(1) : line)
        return
      }
      onMail({ to, ...parse(data) })
      data = undefined
      say('250 taken')
      return
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
    if (verb === 'DATA') {
      data = []
      say('354 go on')
    } else say(verb === 'QUIT' ? '221 bye' : '250 ok')
  })
}

function parse(lines: readonly string[]): Omit<ReceivedMail, 'to'> {
  const end = lines.indexOf('')
  const head = lines.slice(0, end)
  const header = (name: string) =>
    head
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  const body = lines.slice(end + 1).join('\n')
  return { subject: header('subject'), text: decode(body, header('content-transfer-encoding')) }
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const unfolded = body.replaceAll(/=\n/g, '')
  return unfolded.replaceAll(/(=[\dA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'),
  )
}
