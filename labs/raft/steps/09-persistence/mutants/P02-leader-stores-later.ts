import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P02',
  title: 'A leader stores new entries with the next heartbeat',
  breaks: 'commit-is-durable',
  patch: [
    {
      find: `    this.log.push({ term: this.currentTerm, command: request.command })
    this.persistLog()
`,
      replace: `    this.log.push({ term: this.currentTerm, command: request.command })
`,
    },
    {
      find: `  private sendHeartbeats() {
`,
      replace: `  private sendHeartbeats() {
    this.persistLog()
`,
    },
  ],
}
