import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D14',
  title: 'Counts answers instead of nodes',
  breaks: 'linearizable',
  patch: [
    {
      find: `    task.answers.add(from)
    if (!this.isMajority(task.answers)) return
    this.reply`,
      replace: `    task.answers.add(\`\${from}\${this.random()}\`)
    if (!this.isMajority(task.answers)) return
    this.reply`,
    },
    {
      find: `    task.answers.add(from)
    if (isNewer`,
      replace: `    task.answers.add(\`\${from}\${this.random()}\`)
    if (isNewer`,
    },
  ],
}
