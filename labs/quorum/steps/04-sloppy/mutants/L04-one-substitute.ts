import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L04',
  title: 'Asks one substitute for each request',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    for (const replica of this.replicasOf(key).filter((node) => !heard.has(node))) {
`,
      replace: `    for (const replica of this.replicasOf(key).filter((node) => !heard.has(node)).slice(0, 1)) {
`,
    },
    {
      find: `      else if (newest !== null) {
        this.send(substitute, { type: 'StoreFor', id, hint: { for: replica, key, copy: newest } })
      }
    }
    this.setTimer(\`more \${id}\`, MORE_MS)
`,
      replace: `      else if (newest !== null) {
        this.send(substitute, { type: 'StoreFor', id, hint: { for: replica, key, copy: newest } })
      }
    }
`,
    },
  ],
}
