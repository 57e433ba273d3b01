import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T06',
  title: 'Draws the length of its wait once, and keeps to it',
  breaks: 'waits-are-random',
  patch: [
    {
      find: `export class Raft extends RaftNode {
`,
      replace: `export class Raft extends RaftNode {
  private wait = this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX)

`,
    },
    {
      find: `this.setTimer('election', this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX))`,
      replace: `this.setTimer('election', this.wait)`,
    },
  ],
}
