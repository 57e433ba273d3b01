import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q07',
  title: 'Counts answers, not replicas: a repeated one counts twice',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    if (heard.has(from)) return
    heard.set(from, copy)`,
      replace: `    heard.set(heard.has(from) ? \`\${from}'\` : from, copy)`,
    },
    {
      find: `      if (copy !== null && !isNewer`,
      replace: `      if (!this.nodes.includes(replica)) continue
      if (copy !== null && !isNewer`,
    },
  ],
}
