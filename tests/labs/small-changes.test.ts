/** The small changes that a survey of the checks makes in a reference solution. */
import { describe, expect, test } from 'vitest'
import { compileSolution, readCorpus } from '../../scripts/power/lab-corpus.ts'
import { smallChanges, withChange } from '../../scripts/power/survey/small-changes.ts'

/** What becomes of a line of code, a change after the other. */
function changed(code: string): readonly string[] {
  return smallChanges(code, () => true).map((change) => withChange(code, change))
}

describe('small changes', () => {
  test('leave statements out, but no call of what a class extends', () => {
    expect(changed('this.send(peer)')).toEqual([';'])
    expect(changed('class A extends B { constructor() { super() } }')).toEqual([])
  })

  test('turn conditions around, and take them for granted or for never', () => {
    expect(changed('if (isLate) return')).toEqual([
      ';',
      'if (!(isLate)) return',
      'if (true) return',
    ])
    expect(changed('if (!isLate) stop(); else go()')).toEqual([
      'go()',
      'if (!(!isLate)) stop(); else go()',
      'if (true) stop(); else go()',
      'if (isLate) stop(); else go()',
      'if (!isLate) ; else go()',
      'if (!isLate) stop(); else ;',
    ])
  })

  test('put one operator for another, and let each operand stand alone', () => {
    expect(changed('const a = b < c')).toEqual(['const a = b <= c'])
    expect(changed('const a = b && c')).toEqual(['const a = (b)', 'const a = (c)'])
    expect(changed('const a = b ? c : d')).toEqual(['const a = (c)', 'const a = (d)'])
    expect(changed('const a = Math.max(b, c)')).toEqual(['const a = Math.min(b, c)'])
    expect(changed('const a = b.filter(c)')).toEqual(['const a = (b)'])
  })

  test('leave types alone, and lines that are not asked for', () => {
    expect(changed('interface A { readonly b: true }\ntype C = false')).toEqual([])
    const second = smallChanges('go()\nstop()', (line) => line === 1)
    expect(second.map((change) => withChange('go()\nstop()', change))).toEqual(['go()\n;'])
  })

  test('of references differ from it and can be compiled', async () => {
    const inCap = (await readCorpus()).filter(({ lab }) => lab.id === 'cap')
    for (const { step, solution } of inCap) {
      const sources = smallChanges(solution, () => true).map((one) => withChange(solution, one))
      expect(sources.length, step.id).toBeGreaterThan(0)
      expect(sources).not.toContain(solution)
      for (const source of sources) expect(() => compileSolution(source)).not.toThrow()
    }
  })
})
