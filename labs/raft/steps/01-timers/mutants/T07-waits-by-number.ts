import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T07',
  title: 'All nodes wait by the same list of lengths',
  breaks: 'waits-are-random',
  patch: [
    {
      find: `export class Raft extends RaftNode {
`,
      replace: `export class Raft extends RaftNode {
  private waits = 0

`,
    },
    {
      find: `this.setTimer('election', this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX))`,
      replace: `this.setTimer('election', 150 + ((this.waits++ * 67) % 150))`,
    },
    {
      find: `const ELECTION_MS_MIN = 150
const ELECTION_MS_MAX = 300

`,
      replace: '',
    },
  ],
}
