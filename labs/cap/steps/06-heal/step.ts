/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const heal: Step = {
  id: '06-heal',
  title: 'Healing without loss',
  minutes: 20,
  goal: 'A store whose sides write alone and come together again, with nothing lost in silence and nothing back from the dead.',
  isFresh: true,
  kit: 'netsplit/cap-siblings',
  lesson: 'healing',
  visible,
  hints: [
    'Two states meet, and one of them has a value that the other lacks. There are two reasons for that, and they call for opposite deeds. What would a node have to tell about itself so that one can see which it is?',
    'Name each write by its node and a number that counts that node’s writes. Then what a node has seen fits in one number for each node, and “you lack it” can be told from “you have seen it, and it was written over”.',
    'A state is two things: how many writes of each node it has seen, and the writes that stand, each with its node, number and value. A local write counts up its own number and leaves itself as the only one that stands; what was seen stays seen. To merge, keep a write that both have, and one that only one of them has if the other has not seen it; of the numbers take the greater for each node. Store the whole state and sync it before you answer, and send it to the others again and again.',
  ],
}
