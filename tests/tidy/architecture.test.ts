/**
 * Who imports whom. The tool reports success when it reads nothing at all, so the count of
 * modules is asserted, and that each rule catches an import which was planted for it.
 */
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/state/paths.ts'
import { type ThrowawayFolder, throwawayFolder } from '../support/throwaway-folder.ts'
import { type Cruise, cruise } from './cruise.ts'

/** Far below what there is: only "nothing was read" must be noticed. */
const MODULES_MIN = 200

/** Files that keep the rules. */
const INNOCENT: Readonly<Record<string, string>> = {
  'grader/core/index.ts': "export { run } from './sim/simulator.ts'",
  'grader/core/sim/simulator.ts': 'export const run = 1',
  'grader/core/check/claim.ts': 'export const claim = 1',
  'grader/host/main.ts':
    "import { hidden } from '#labs/hidden-checks.ts'\nexport const host = hidden",
  'labs/hidden-checks.ts':
    "import { hidden as one } from './raft/steps/03-election/hidden.ts'\nexport const hidden = one",
  'labs/index.ts': "import { run } from '#core'\nexport const labs = run",
  'labs/raft/steps/03-election/hidden.ts': 'export const hidden = 1',
  'labs/raft/steps/03-election/solution.ts': 'export const solution = 1',
  'labs/raft/steps/03-election/mutants/two-votes.ts': 'export const mutant = 1',
  'prisma/client.ts': 'export const db = 1',
  'app/_server/submissions.ts': "import { db } from '#db'\nexport const submissions = db",
  'app/learn/page.tsx':
    "import { labs } from '#labs/index.ts'\nimport { submissions } from '#app/_server/submissions.ts'\nexport const page = [labs, submissions]",
  'tests/core/fixture.ts': 'export const fixture = 1',
}

/** Each file breaks the rule of its line, and no other. */
const PLANTED: readonly { rule: string; file: string; text: string }[] = [
  {
    rule: 'core-is-pure',
    file: 'grader/core/sim/reads-files.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
  },
  {
    rule: 'sim-knows-no-checker',
    file: 'grader/core/sim/judges.ts',
    text: "import { claim } from '../check/claim.ts'\nexport const judge = claim",
  },
  {
    rule: 'checkers-judge-traces-only',
    file: 'grader/core/check/simulates.ts',
    text: "import { run } from '../sim/simulator.ts'\nexport const simulate = run",
  },
  {
    rule: 'core-front-door',
    file: 'labs/kit/back-door.ts',
    text: "import { run } from '../../grader/core/sim/simulator.ts'\nexport const door = run",
  },
  {
    rule: 'labs-know-core-only',
    file: 'labs/kit/reads-database.ts',
    text: "import { db } from '#db'\nexport const found = db",
  },
  {
    rule: 'host-knows-no-ui',
    file: 'grader/host/draws.ts',
    text: "import { useState } from 'react'\nexport const draw = useState",
  },
  {
    rule: 'content-is-data',
    file: 'content/lessons/cap/queries.ts',
    text: "import { db } from '#db'\nexport const query = db",
  },
  {
    rule: 'app-does-not-grade',
    file: 'app/learn/grades.ts',
    text: "import type { host } from '#host/types.ts'\nexport type Host = typeof host",
  },
  {
    rule: 'answers-never-reach-the-app',
    file: 'app/learn/leaks.tsx',
    text: "import { middle } from '#labs/raft/innocent-name.ts'\nexport const leak = middle",
  },
  {
    rule: 'submitted-code-is-read-not-imported',
    file: 'labs/quoted.ts',
    text: "import { mutant } from './raft/steps/03-election/mutants/two-votes.ts'\nexport const quoted = mutant",
  },
  {
    rule: 'one-door-to-the-database',
    file: 'app/learn/queries.tsx',
    text: "import { db } from '#db'\nexport const query = db",
  },
  {
    rule: 'components-do-not-query',
    file: 'app/_ui/list.tsx',
    text: "import { submissions } from '../_server/submissions.ts'\nexport const list = submissions",
  },
  {
    rule: 'viz-kernels-are-pure',
    file: 'app/_viz/space-time/layout.ts',
    text: "import { useMemo } from 'react'\nexport const layout = useMemo",
  },
  {
    rule: 'nobody-imports-tests',
    file: 'content/schema/borrows.ts',
    text: "import { fixture } from '../../tests/core/fixture.ts'\nexport const borrowed = fixture",
  },
  {
    rule: 'scripts-are-commands',
    file: 'prisma/scripted.ts',
    text: "import { command } from '../scripts/command.ts'\nexport const scripted = command",
  },
  {
    rule: 'resolvable',
    file: 'labs/kit/nowhere.ts',
    text: "import { nothing } from './missing.ts'\nexport const nowhere = nothing",
  },
  {
    rule: 'no-circular',
    file: 'labs/kit/left.ts',
    text: "import { right } from './right.ts'\nexport const left = () => right",
  },
]

/** What planted files need beside them. */
const ACCOMPLICES: Readonly<Record<string, string>> = {
  'labs/kit/right.ts': "import { left } from './left.ts'\nexport const right = () => left",
  'labs/raft/innocent-name.ts':
    "import { other } from './other-name.ts'\nexport const middle = other",
  'labs/raft/other-name.ts':
    "import { solution } from './steps/03-election/solution.ts'\nexport const other = solution",
  'grader/host/types.ts': 'export const host = 1',
  'scripts/command.ts': 'export const command = 1',
}

describe('the repository', () => {
  const { modulesCount, violations } = cruise(ROOT)

  test('is read', () => {
    expect(modulesCount).toBeGreaterThan(MODULES_MIN)
  })

  test('keeps every rule', () => {
    expect(violations).toEqual([])
  })
})

describe('a planted import', () => {
  let folder: ThrowawayFolder
  let found: Cruise

  beforeAll(async () => {
    folder = await throwawayFolder()
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      await copyFile(join(ROOT, file), join(folder.path, file))
    }
    await symlink(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'))
    const planted = Object.fromEntries(PLANTED.map(({ file, text }) => [file, text]))
    for (const [file, text] of Object.entries({ ...INNOCENT, ...ACCOMPLICES, ...planted })) {
      await mkdir(dirname(join(folder.path, file)), { recursive: true })
      await writeFile(join(folder.path, file), `${text}\n`)
    }
    found = cruise(folder.path)
  })
  afterAll(() => folder.remove())

  test.each(PLANTED)('in $file breaks $rule', ({ rule, file }) => {
    expect(found.violations.map((each) => `${each.rule} ${each.from}`)).toContain(`${rule} ${file}`)
  })

  test('is the only thing that is found', () => {
    const suspects = new Set([...PLANTED.map(({ file }) => file), ...Object.keys(ACCOMPLICES)])
    expect(found.violations.filter(({ from }) => !suspects.has(from))).toEqual([])
  })
})
