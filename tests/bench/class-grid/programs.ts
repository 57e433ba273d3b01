/** Programs of a thousand learners for one step: parts that few, many or nobody else has. */
import { Prng } from '#core'

const PARTS = 60
/** Each is in the programs of about fifteen learners. */
const SORTS = 4_000
const SIGNS = ['+', '-', '*', '<', '===', '&&', '??', '%'] as const

/** Some 12 kB of code, that follows from the number of the learner. */
export function programOf(learner: number): string {
  const random = new Prng(learner, 'program of the bench')
  const parts = Array.from({ length: PARTS }, (_, at) => part(random.between(1, SORTS), at))
  return `export class Program {\n${parts.join('\n')}\n}\n`
}

/** A method whose tokens follow from its sort, whatever it is called. */
function part(sort: number, at: number): string {
  const random = new Prng(sort, 'part of the bench')
  const lines = Array.from({ length: 5 }, (_, line) => {
    const sign = () => SIGNS[random.between(0, SIGNS.length - 1)] ?? '+'
    const call = random.chance(500) ? `this.peers.get(a${line})` : `a${line}`
    return random.chance(300)
      ? `    if (${call} ${sign()} b) return a${line} ${sign()} this.term`
      : `    const a${line + 1} = ${call} ${sign()} b ${sign()} this.log.length`
  })
  return `  part${at}(a0: number, b: number) {\n${lines.join('\n')}\n    return b\n  }`
}
