import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R56b',
  title: 'Stores each entry by itself, and leaves replaced ones behind',
  breaks: 'log-matching',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: `    for (const [at, entry] of this.log.entries()) this.disk.write(\`entry \${at + 1}\`, entry)
    this.disk.sync()`,
    },
    {
      find: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []`,
      replace: `    this.log = []
    for (let index = 1; this.disk.read(\`entry \${index}\`) !== undefined; index++) {
      this.log.push(this.disk.read(\`entry \${index}\`) as Entry)
    }`,
    },
  ],
}
