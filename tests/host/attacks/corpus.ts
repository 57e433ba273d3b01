/** All classes of attacks by source. Attacks on the tape are in `tape-attacks.test.ts`. */
import type { Attack } from './attack.ts'
import { bombs } from './bombs.ts'
import { compiler } from './compiler.ts'
import { guessing } from './guessing.ts'
import { lies } from './lies.ts'
import { loops } from './loops.ts'
import { memory } from './memory.ts'
import { natives } from './natives.ts'
import { reach } from './reach.ts'
import { sharing } from './sharing.ts'
import { stack } from './stack.ts'
import { tampering } from './tampering.ts'
import { terminal } from './terminal.ts'
import { throwing } from './throws.ts'
import { world } from './world.ts'

export interface AttackClass {
  readonly name: string
  readonly attacks: readonly Attack[]
}

/** In an order that mixes long ones and short ones. */
export const CORPUS: readonly AttackClass[] = [
  { name: 'loops that never end', attacks: loops },
  { name: 'long computations inside V8', attacks: natives },
  { name: 'memory', attacks: memory },
  { name: 'recursion and full stacks', attacks: stack },
  { name: 'what is thrown and rejected', attacks: throwing },
  { name: 'ways out of the realm', attacks: reach },
  { name: 'tampering with kit and language', attacks: tampering },
  { name: 'sharing between nodes and runs', attacks: sharing },
  { name: 'the simulated world', attacks: world },
  { name: 'messages and fields that lie', attacks: lies },
  { name: 'guessing the checks', attacks: guessing },
  { name: 'text in logs and terminals', attacks: terminal },
  { name: 'large recordings', attacks: bombs },
  { name: 'sources against the compiler', attacks: compiler },
]
