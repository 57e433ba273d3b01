import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L07',
  title: 'Sends a snapshot once and never again',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: `    this.setTimer(\`snapshot \${peer}\`, SNAPSHOT_MS)
`,
      replace: '',
    },
    {
      find: `/** How long a snapshot may be under way before it is sent again. */
const SNAPSHOT_MS = 200
`,
      replace: '',
    },
  ],
}
