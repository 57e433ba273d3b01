import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R41',
  title: 'Goes back for every refusal, also for those that come late or twice',
  breaks: 'deletes-only-conflicts',
  patch: [
    {
      find: `    } else if (reply.prevLogIndex === next - 1) {
      this.nextIndex.set(peer, Math.max(1, next - 1))`,
      replace: `    } else {
      this.nextIndex.set(peer, next - 1)`,
    },
    {
      find: `    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))`,
      replace:
        '    this.log.splice(prevLogIndex + differs, this.log.length, ...entries.slice(differs))',
    },
  ],
}
