import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L07',
  title: 'A substitute confirms and stores its hint afterwards',
  breaks: 'acknowledged-by-enough',
  patch: [
    {
      find: `        this.addHints([message.hint])
        return this.send(from, { type: 'Stored', id: message.id })
`,
      replace: `        this.send(from, { type: 'Stored', id: message.id })
        return this.setTimer(\`late \${JSON.stringify(message.hint)}\`, 120)
`,
    },
    {
      find: `    if (name === 'handoff') return this.handOver()
`,
      replace: `    if (name === 'handoff') return this.handOver()
    if (name.startsWith('late ')) return this.addHints([JSON.parse(name.slice(5)) as Hint])
`,
    },
  ],
}
