/**
 * How the levels of consistency are told: what is wrong with the operation that broke one, and
 * a question to think about. What a level promises is said where it is defined.
 */
import { LEVELS, type LevelId } from '../../check/levels/levels.ts'

export interface LevelWording {
  /** What holds in every history of this level. */
  readonly claim: string
  /** Ends the sentence about the last operation of the story. */
  readonly verdict: string
  /** A question that leads to the cause and does not give it away. */
  readonly ask: string
}

const WORDS: Readonly<Record<LevelId, Omit<LevelWording, 'claim'>>> = {
  linearizable: {
    verdict: 'which no order that keeps to real time can explain',
    ask: 'At which moment would each of these have to happen, and which two moments contradict each other?',
  },
  sequential: {
    verdict: 'which no single order of all operations can explain',
    ask: 'Which operation would have to come first, by what one session saw and by what another did?',
  },
  'causal-memory': {
    verdict: 'which no order of the writes explains together with what this session saw before',
    ask: 'Which order of the two writes had this session already seen?',
  },
  'causal-convergence': {
    verdict: 'which no order of the writes explains that all sessions could share',
    ask: 'In which order do the sessions put the two writes that nothing else orders?',
  },
  'weak-causal': {
    verdict: 'which leaves out something that it depends on',
    ask: 'What had the session already seen that depends on the write it missed?',
  },
  pram: {
    verdict: 'which shows the writes of one session out of their order',
    ask: 'Which write of that session had been seen before, and which one comes first?',
  },
  'read-your-writes': {
    verdict: 'which leaves out what the session itself had written',
    ask: 'Which copy answered the session, and had the write reached it?',
  },
  'monotonic-reads': {
    verdict: 'which is older than what the session had read before',
    ask: 'Did the same copy answer both reads, and how far behind was the second one?',
  },
  'monotonic-writes': {
    verdict: 'which leaves out a write that the same session had made earlier',
    ask: 'How does a copy know that an earlier write of this session is still on its way?',
  },
  'writes-follow-reads': {
    verdict: 'which leaves out what the writer had read when it wrote',
    ask: 'What had the writer seen, and does that travel along with the write?',
  },
  'bounded-staleness': {
    verdict: 'which is further behind than the bound allows',
    ask: 'How long ago was that value overwritten, and who could have known?',
  },
  'consistent-prefix': {
    verdict: 'which fits no first part of the writes together with what came before',
    ask: 'In which order did the writes reach the copy that answered?',
  },
  eventual: {
    verdict: 'where the others read something else by then',
    ask: 'What would still have to travel between the copies for them to agree?',
  },
}

/** The wording of this level; undefined when it is not a level of reads and writes. */
export function levelWording(level: string): LevelWording | undefined {
  const known = LEVELS.find(({ id }) => id === level)
  return known && { claim: known.sentence, ...WORDS[known.id] }
}
