import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G27',
  title: 'A put is sent to and fro and is never carried out',
  breaks: 'requests-succeed',
  patch: [
    {
      find: `    return chosen ?? this.id
`,
      replace: `    const others = this.nodes.filter((node) => node !== this.id)
    return number === 2 ? (others[0] ?? this.id) : (chosen ?? this.id)
`,
    },
  ],
}
