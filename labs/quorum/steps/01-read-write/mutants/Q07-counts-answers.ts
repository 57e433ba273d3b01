import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q07',
  title: 'Counts answers, not replicas: a repeated one counts twice',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    waiting.answered.add(from)
`,
      replace: `    waiting.answered.add(\`\${from} \${waiting.answered.size}\`)
`,
    },
  ],
}
