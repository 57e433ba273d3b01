import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L10',
  title: 'Keeps the answers to all requests of a client, not only the last',
  breaks: 'snapshots-stay-small',
  patch: [
    {
      find: `    const session = this.sessions.get(client)
    if (session !== undefined && session.id >= id) return session.result
`,
      replace: `    const session = this.sessions.get(\`\${client} \${id}\`)
    if (session !== undefined) return session.result
`,
    },
    {
      find: 'this.sessions.set(client, { id, result })',
      replace: 'this.sessions.set(`${client} ${id}`, { id, result })',
    },
    {
      find: `    const session = this.sessions.get(client)
    if (session?.id === id) return this.reply`,
      replace: `    const session = this.sessions.get(\`\${client} \${id}\`)
    if (session?.id === id) return this.reply`,
    },
  ],
}
