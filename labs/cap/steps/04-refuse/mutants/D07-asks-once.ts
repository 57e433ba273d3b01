import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D07',
  title: 'Sends every question once',
  breaks: 'majority-answers',
  patch: [
    {
      find: `    this.setTimer(\`again \${id}\`, AGAIN_MS)
    for (const peer`,
      replace: `    for (const peer of []) this.send(peer, this.questionOf(id, task))
    if (name === '') for (const peer`,
    },
  ],
}
