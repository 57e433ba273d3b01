import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W02',
  title: 'Stamps are compared as texts',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `  if (a.time !== b.time) return a.time > b.time
`,
      replace: `  if (a.time !== b.time) return \`\${a.time}\` > \`\${b.time}\`
`,
    },
  ],
}
