import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q07',
  title: 'Counts answers, not nodes: a repeated one counts twice',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    operation.heard.add(from)
`,
      replace: `    operation.heard.add(\`\${from} \${operation.heard.size}\`)
`,
    },
  ],
}
