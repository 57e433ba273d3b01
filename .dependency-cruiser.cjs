/*
 * Who may import whom. tests/tidy/architecture.test.ts runs these rules on the tree, and on
 * planted bad imports, each of which one of them must catch.
 */
'use strict'

const CORE = '^grader/core/'
const CORE_DOOR = '^grader/core/index[.]ts$'
const UI_PACKAGES = '(^|/)node_modules/(next|react|react-dom)(/|$)'
/** What a learner must not see before the verdict, and what nobody may copy. */
const ANSWERS = ['^labs/hidden-checks[.]ts$', '^labs/[^/]+/steps/[^/]+/(solution|hidden)[.]ts$']
/** The same, but so many files that to follow every way to each would take a minute. */
const SUBMITTED = ['^labs/[^/]+/steps/[^/]+/mutants/', '^labs/[^/]+/variants/']

const forbidden = [
  {
    name: 'no-circular',
    comment: 'A cycle means that two rooms are one room. Types alone leave nothing at run time.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'core-is-pure',
    comment: 'Core runs in a browser worker, in the sandbox and in tests: it imports only itself.',
    from: { path: CORE },
    to: { pathNot: CORE },
  },
  {
    name: 'sim-knows-no-checker',
    comment: 'The simulator makes traces; it does not judge them.',
    from: { path: '^grader/core/sim/' },
    to: { path: '^grader/core/(check|grade|shrink|explain)/' },
  },
  {
    name: 'checkers-judge-traces-only',
    comment: 'A checker sees a trace, never the simulator that made it.',
    from: { path: '^grader/core/(check|explain)/' },
    to: { path: '^grader/core/(sim|shrink|grade)/' },
  },
  {
    name: 'core-front-door',
    comment: 'Outside of core, import grader/core/index.ts only; benchmarks measure single parts.',
    from: { pathNot: [CORE, '^tests/(core|bench)/'] },
    to: { path: CORE, pathNot: CORE_DOOR },
  },
  {
    name: 'labs-know-core-only',
    comment: 'Labs and systems run in the sandbox and in the browser, and know nothing around it.',
    from: { path: '^(labs|systems)/' },
    to: { pathNot: ['^(labs|systems)/', CORE_DOOR] },
  },
  {
    name: 'host-knows-no-ui',
    comment: 'The grader is a process without pages.',
    from: { path: '^grader/host/' },
    to: { path: ['^app/', UI_PACKAGES] },
  },
  {
    name: 'content-is-data',
    comment: 'Words and data; a figure names the scenario and the model that it runs.',
    from: { path: '^content/', pathNot: '^content/schema/' },
    to: { pathNot: ['^content/', '^systems/', CORE_DOOR] },
  },
  {
    name: 'app-does-not-grade',
    comment: 'Pages talk to the grader through the database.',
    from: { path: '^app/' },
    to: { path: '^grader/host/' },
  },
  {
    name: 'answers-never-reach-the-app',
    comment: 'Whatever pages import may be sent to a browser, however far it is away.',
    from: { path: '^app/' },
    to: { path: ANSWERS, reachable: true },
  },
  {
    name: 'submitted-code-is-read-not-imported',
    comment: 'Mutants and other solutions are compiled as texts: no way leads to them at all.',
    from: { pathNot: '^tests/' },
    to: { path: SUBMITTED },
  },
  {
    name: 'one-door-to-the-database',
    comment: 'Only app/_server talks to the database; components get data as props.',
    from: { path: '^app/', pathNot: '^app/_server/' },
    to: { path: ['^prisma/', '(^|/)node_modules/(@prisma|pg|graphile-worker)(/|$)'] },
  },
  {
    name: 'components-do-not-query',
    comment: 'Components get data as props; only pages and the frame around them ask for it.',
    from: { path: '^app/(_(ui|viz|run)|labs/_[^/]+)/' },
    to: { path: '^app/_server/' },
  },
  {
    name: 'viz-kernels-are-pure',
    comment: 'A layout is data in, data out; drawing is elsewhere.',
    from: { path: '^app/_viz/.*[.]ts$', pathNot: '/use-[^/]+[.]ts$' },
    to: { path: [UI_PACKAGES, '^app/(?!_viz/)'] },
  },
  {
    name: 'nobody-imports-tests',
    comment: 'Tests look at everything; nothing looks at tests. The bench runner takes one type.',
    from: { pathNot: ['^tests/', '^scripts/(bench|doctor)[.]ts$'] },
    to: { path: '^tests/' },
  },
  {
    name: 'scripts-are-commands',
    comment: 'Only tests and scripts use what is in scripts.',
    from: { pathNot: ['^scripts/', '^tests/'] },
    to: { path: '^scripts/' },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere would hide what is behind it.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^netsplit(:|/|$)' },
  },
]

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|[.]next|[.]netsplit|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
}
