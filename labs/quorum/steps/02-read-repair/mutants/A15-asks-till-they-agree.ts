import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A15',
  title: 'Reads again until all replicas agree',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `      heard.set(replica, newest)
`,
      replace: `      heard.set(replica, newest)
      for (const peer of this.replicasOf(key)) this.send(peer, { type: 'Fetch', id: request.id, key })
`,
    },
    {
      find: `    if (heard.has(from)) return
`,
      replace: `    if (heard.has(from) && waiting.newest === null) return
`,
    },
    {
      find: `    if (heard.size < this.n) return
`,
      replace: `    if (heard.size <= this.n) return
`,
    },
  ],
}
