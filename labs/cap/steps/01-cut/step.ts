/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const cut: Step = {
  id: '01-cut',
  title: 'A cut that cuts',
  minutes: 15,
  goal: 'Packet filters that separate the hosts of a cluster as ordered, and nothing else, and that can be taken back.',
  kit: 'netsplit/cap-hosts',
  lesson: 'kinds-of-cut',
  visible,
  hints: [
    'Take one pair of hosts that should be apart and write down every packet that can pass between them: two connections, two directions. Which of the four does each of your rules match?',
    'An address says who sends and who receives, whichever connection the packet belongs to. For the way back, know exactly which rules you added: a flush takes more, and deleting once what was added twice takes less.',
    'On every host, for each host of another group, drop what comes from it and what goes to it. Keep the list of the rules that you added, and delete exactly those before a new cut and at the end. Store the standing order on disk and sync it, and at boot put the rules of that order back.',
  ],
}
