import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runScript, scriptsIn } from './datadriven.ts'
import { ScenarioScript } from './scenario-script.ts'

describe('the simulator does what its scripts say', () => {
  for (const file of scriptsIn(join(import.meta.dirname, 'datadriven'))) {
    test(basename(file, '.txt'), () => {
      const script = new ScenarioScript()
      expect(runScript(file, (command) => script.run(command))).toEqual([])
    })
  }
})
