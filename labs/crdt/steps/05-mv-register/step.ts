/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const multiValue: Step = {
  id: '05-mv-register',
  title: 'Keep both: version vectors',
  minutes: 20,
  goal: 'A register that keeps every write until a later one that knew of it replaces it.',
  kit: 'netsplit/crdt-registers',
  isFresh: true,
  visible,
  hints: [
    'A count for the whole register can say which of two writes is larger, but not whether the one knew of the other. What would each write have to carry so that two of them can be “neither before the other”?',
    'Compare two versions replica by replica. When is one of them surely the later one, and what if each is ahead in one place? Then: which version must a write have that replaces everything its replica shows?',
    'A version is a map from replicas to counts. A write joins the versions of all siblings at hand (the largest count of each replica), and adds one to its own count. Version a is before b when no count of a is larger and they are not equal; a missing count is zero. Merging puts all siblings of both together, each once, and drops those that are before another one.',
  ],
}
