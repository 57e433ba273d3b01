/** The trade-off: measured of a learner's code as of any other, and told in the plot and its table. */
import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { present, type TradeOff } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { findStep } from '#labs/index.ts'
import { measureCode } from '../../app/_run/measure-code.ts'
import { readRunMessage } from '../../app/_run/read-run-message.ts'
import { advance, newReport } from '../../app/_run/run-report.ts'
import { TradeOffPlot } from '../../app/labs/_workspace/checks/trade-off-plot.tsx'
import { compileForTest } from './learner-code.ts'

function measured(stepId: string, file = 'solution.ts', edit = (source: string) => source) {
  const { lab, step } = present(findStep('cap', stepId), 'the lab has this step')
  const measures = present(step.measures, 'the step is measured')
  const source = edit(readFileSync(`labs/cap/steps/${stepId}/${file}`, 'utf8'))
  const { code } = compileForTest(source)
  return measureCode(measures, () => new FunctionHost(code, lab.modules))
}

const shareOf = ({ ok, asked }: TradeOff['larger']) => ok / asked

describe('measuring', () => {
  test('the register that refuses is linearizable, and dead on the smaller side', () => {
    const point = present(measured('04-refuse'), 'it runs to the end')
    expect(point.level).toBe('linearizable')
    expect(point.smaller.ok).toBe(0)
    expect(shareOf(point.larger)).toBeGreaterThan(0.95)
  })

  test('the register that answers does so on both sides, and keeps less', () => {
    const point = present(measured('05-answer'), 'it runs to the end')
    expect(point.level).toBe('causal-convergence')
    expect(shareOf(point.larger)).toBeGreaterThan(0.95)
    expect(shareOf(point.smaller)).toBeGreaterThan(0.95)
  })

  test('code that throws is not measured', () => {
    const throws = (source: string) =>
      source.replace('onStart() {', 'onStart() { throw new Error()')
    expect(measured('04-refuse', 'starter.ts', throws)).toBeUndefined()
  })
})

const POINT: TradeOff = {
  runs: 5,
  larger: { asked: 200, ok: 199 },
  smaller: { asked: 100, ok: 3 },
  level: 'sequential',
}

describe('on its way to the page', () => {
  test('a measurement is let in, and anything else of that name is not', () => {
    const message = { kind: 'measured', tradeOff: POINT }
    expect(readRunMessage(message)).toEqual(message)
    for (const wrong of [
      null,
      { ...POINT, level: 'perfect' },
      { ...POINT, larger: { asked: 1 } },
      { ...POINT, runs: -1 },
    ]) {
      expect(readRunMessage({ kind: 'measured', tradeOff: wrong })).toBeUndefined()
    }
  })

  test('the report keeps it, and a new run begins without', () => {
    const report = advance(newReport([], ''), { kind: 'measured', tradeOff: POINT })
    expect(report.measured).toEqual(POINT)
    expect(newReport([], '').measured).toBeUndefined()
  })
})

describe('the plot', () => {
  const { references, documented } = present(
    findStep('cap', '04-refuse')?.step.measures,
    'the step is measured',
  )
  const pageWith = (point: TradeOff | undefined, isStale = false) =>
    renderToStaticMarkup(
      <TradeOffPlot
        measured={point}
        isStale={isStale}
        references={references}
        documented={documented}
      />,
    )

  test('says in its table what it draws: shares rounded down, with their counts', () => {
    const page = pageWith(POINT)
    expect(page).toContain('Your code')
    expect(page).toContain('99 % (199 of 200)')
    expect(page).toContain('3 % (3 of 100)')
    for (const { name } of [...references, ...documented]) expect(page).toContain(name)
  })

  test('draws each mark at its share', () => {
    const page = pageWith({ ...POINT, smaller: { asked: 0, ok: 0 } })
    expect(page).toContain('left:99%')
    expect(page).toContain('left:0%')
  })

  test('tells measured from documented, with a source for each of those', () => {
    const page = pageWith(POINT)
    expect(page).toContain('not measured by us')
    for (const { source } of documented) expect(page).toContain(`href="${source.url}"`)
  })

  test('says so when there is no measurement, or an old one', () => {
    expect(pageWith(undefined)).toContain('has not been measured')
    expect(pageWith(undefined)).not.toContain('Your code</')
    expect(pageWith(POINT, true)).toContain('changed since it was measured')
  })
})
