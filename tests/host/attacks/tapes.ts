/** What a worker that lies writes in place of its tape, and what must come of it. */

/** How it ends: without a verdict, by our fault or a limit, or with a check that failed. */
export type TapeEnding = 'our-fault' | 'memory-limit' | 'time-limit' | 'failed' | 'passed'

export interface TapeAttack {
  readonly id: string
  readonly title: string
  /** What the program does once it has its setup; see `lying-worker.ts` for what it may use. */
  readonly script: string
  readonly expected: readonly TapeEnding[]
  /** What the learner or our log is told. */
  readonly says?: RegExp
  readonly runs?: 'in full'
}

const FAULT: readonly TapeEnding[] = ['our-fault']

function lie(id: string, title: string, script: string, says?: RegExp): TapeAttack {
  return { id, title, script, expected: FAULT, ...(says === undefined ? {} : { says }) }
}

/** The plan is walked by both sides: nothing may be missing, more, or in another order. */
const order: readonly TapeAttack[] = [
  {
    id: 'tape-honest',
    title: 'the honest tape, which shows that these programs are listened to',
    script: "put(runs.flatMap(run), frame('D'))",
    expected: ['passed'],
  },
  lie('tape-nothing', 'nothing', ''),
  lie('tape-done', 'that it is done, at once', "put(frame('D'))", /before the runs do/),
  lie(
    'tape-no-twin',
    'no second run of the first seed',
    "put(run(runs[0]), run(runs[2]), frame('D'))",
  ),
  lie(
    'tape-no-last',
    'all runs but the last',
    "put(runs.slice(0, 2).flatMap(run), frame('D'))",
    /before the runs do/,
  ),
  lie('tape-no-done', 'all runs, and no end', 'put(runs.flatMap(run))'),
  lie(
    'tape-more',
    'a run more',
    "put(runs.flatMap(run), run(runs[2]), frame('D'))",
    /not asked for/,
  ),
  lie(
    'tape-fourfold',
    'the first run four times',
    "put([0, 0, 0, 0].flatMap((i) => run(runs[i])), frame('D'))",
    /not asked for/,
  ),
  lie(
    'tape-other-seed',
    'runs of a seed that it likes better',
    "put(runs.flatMap(({ replies }) => run({ seed: 2, replies })), frame('D'))",
    /not asked for/,
  ),
  ...["'01'", "' 1'", "'1.0'", "'0x1'", "'1\\n'", "'１'", "'1e0'", "''", "'1'.padEnd(1e6)"].map(
    (seed, index) =>
      lie(
        `tape-seed-${index}`,
        `a seed written as ${seed}`,
        `put(frame('S', ${seed}))`,
        /not asked for/,
      ),
  ),
  lie('tape-nested', 'a run in a run', "put(frame('S', '1'), frame('S', '1'))", /not asked for/),
  lie('tape-outside', 'a reply outside a run', "put(frame('C', 'O'))", /outside a run/),
  lie('tape-end-first', 'the end of a run that did not begin', "put(frame('E'))", /did not begin/),
  lie(
    'tape-ready-twice',
    'that it is ready, again',
    "put(frame('R'), runs.flatMap(run), frame('D'))",
  ),
  {
    id: 'tape-first-missing',
    title: 'a run without its first reply',
    script:
      "put(runs.map(({ seed, replies }) => ({ seed, replies: replies.slice(1) })).flatMap(run), frame('D'))",
    // Replies in the wrong places may well break a claim, and there a run ends.
    expected: ['our-fault', 'failed'],
  },
  lie(
    'tape-last-missing',
    'a run without its last reply',
    "put(runs.map(({ seed, replies }) => ({ seed, replies: replies.slice(0, -1) })).flatMap(run), frame('D'))",
    /the tape ends after/,
  ),
  lie(
    'tape-reply-more',
    'a run with a reply more',
    "put(runs.map(({ seed, replies }) => ({ seed, replies: [...replies, 'O'] })).flatMap(run), frame('D'))",
    /replies too many/,
  ),
  {
    id: 'tape-reversed',
    title: 'replies from last to first',
    script:
      "put(runs.map(({ seed, replies }) => ({ seed, replies: replies.toReversed() })).flatMap(run), frame('D'))",
    expected: ['our-fault', 'failed'],
  },
  {
    id: 'tape-swapped',
    title: 'the run of one seed as that of another',
    script:
      "put(run({ ...runs[0], replies: runs[2].replies }), run({ ...runs[0], replies: runs[2].replies }), frame('D'))",
    expected: ['our-fault', 'failed'],
  },
  {
    id: 'tape-twin',
    title: 'another second run of the first seed',
    script:
      'put(run(runs[0]), run({ seed: 1, replies: [\'E["x","y",0,0]\'] }), run(runs[2]), frame(\'D\'))',
    expected: ['failed'],
    says: /^not-deterministic$/,
  },
  {
    id: 'tape-silent',
    title: 'empty replies, as many as there were',
    script:
      "put(runs.map(({ seed, replies }) => ({ seed, replies: replies.map(() => 'O') })).flatMap(run), frame('D'))",
    expected: ['our-fault', 'failed'],
  },
  lie('tape-after-done', 'a fault after the end', "put(frame('D'), frame('F', 'late'))"),
]

/** Bytes that are no frames, or frames that are too much. */
const wire: readonly TapeAttack[] = [
  lie(
    'wire-verdict',
    'a verdict in plain text',
    "put(Buffer.from('::verdict:: pass\\n'))",
    /no known kind/,
  ),
  lie(
    'wire-json',
    'a verdict as JSON',
    "put(Buffer.from(JSON.stringify({ verdict: 'pass', seedsPassed: 270 })))",
    /no known kind/,
  ),
  lie(
    'wire-frame-verdict',
    'a verdict in a frame of its own kind',
    "put(frame('V', 'pass'))",
    /no known kind/,
  ),
  lie('wire-nul', 'a frame of kind 0', 'put(Buffer.alloc(64))', /no known kind/),
  lie(
    'wire-endless',
    'a frame of four thousand million bytes',
    'put(Buffer.from([0x43, 255, 255, 255, 255]))',
    /a frame of 4294967295 bytes/,
  ),
  lie(
    'wire-large',
    'a frame of a byte more than a frame may have',
    "const head = Buffer.alloc(5); head.write('C'); head.writeUInt32LE(1048577, 1); put(frame('S', '1'), head)",
    /a frame of 1048577 bytes/,
  ),
  lie(
    'wire-cut',
    'half a frame',
    "put(frame('S', '1'), frame('C', 'O'.repeat(100)).subarray(0, 50))",
  ),
  lie('wire-header', 'half a header', "put(Buffer.from('C\\0'))"),
  lie(
    'wire-shifted',
    'an honest tape, one byte late',
    "put(Buffer.from([0]), runs.flatMap(run), frame('D'))",
    /no known kind/,
  ),
  {
    id: 'wire-utf8',
    title: 'bytes that are no text',
    script: "put(forged(Buffer.from([0xff, 0xfe, 0xc0, 0x80])), frame('D'))",
    expected: ['failed'],
    says: /a reply starts with O or E/,
  },
]

/** What it says of itself. */
const words: readonly TapeAttack[] = [
  lie(
    'word-fault',
    'a fault that clears the screen and says that it passed',
    "put(frame('F', '\\u001b[2J\\ngrader: submission 7 passed\\u202e'))",
  ),
  lie('word-fault-long', 'a fault of a million characters', "put(frame('F', 'x'.repeat(1e6)))"),
  lie(
    'word-complaint',
    'complaints that look like the grader’s own',
    "writeSync(2, '\\u001b[1A\\u001b[2Kgrader: all passed\\n'); process.exit(3)",
  ),
  lie('word-memory', 'that memory is used up, before a run', "put(frame('M'))"),
  {
    id: 'word-memory-in-run',
    title: 'that memory is used up, in each run',
    script: "put(frame('S', String(order().seed)), frame('M'))",
    expected: ['memory-limit'],
  },
  ...[134, 137, 139, 152, 1, 0].map((code) =>
    lie(`exit-${code}`, `the end of a process with code ${code}`, `process.exit(${code})`),
  ),
  ...['SIGKILL', 'SIGSEGV', 'SIGTERM'].map((signal) =>
    lie(
      `exit-${signal.toLowerCase()}`,
      `its own end by ${signal}`,
      `process.kill(process.pid, '${signal}'); for (;;);`,
    ),
  ),
  {
    id: 'exit-closed',
    title: 'a closed tape, from a process that lives on',
    script: "require('node:fs').closeSync(1); setInterval(() => {}, 1000)",
    expected: FAULT,
    runs: 'in full',
  },
  {
    id: 'exit-silent',
    title: 'nothing, without computing',
    script: "require('node:fs').readSync; setInterval(() => {}, 1000)",
    expected: FAULT,
    says: /stalled/,
    runs: 'in full',
  },
]

export const tapes: readonly TapeAttack[] = [...order, ...wire, ...words]

/** More than anybody would want to hold. They are tried one at a time. */
export const floods: readonly TapeAttack[] = [
  {
    id: 'wire-drops',
    title: 'a reply of a million bytes, byte by byte',
    script:
      "put(frame('S', '1')); const bytes = frame('C', 'O'.repeat(1e6)); for (let i = 0; i < bytes.length; i++) put(bytes.subarray(i, i + 1)); put(frame('E'), frame('D'))",
    expected: ['our-fault', 'failed'],
  },
  {
    id: 'wire-empty-replies',
    title: 'empty replies without end',
    script:
      "put(frame('S', '1')); const many = Buffer.concat(Array.from({ length: 10000 }, () => frame('C'))); for (;;) put(many)",
    expected: ['our-fault', 'memory-limit'],
  },
  {
    id: 'wire-flood',
    title: 'replies of a million characters without end',
    script: "put(frame('S', '1')); const big = frame('C', 'O'.repeat(1e6)); for (;;) put(big)",
    expected: ['our-fault', 'memory-limit'],
  },
  lie(
    'wire-errors',
    'hundreds of megabytes of complaints',
    "const text = Buffer.alloc(1e6, '\\u001b[2Jgrader ready\\n'); for (let i = 0; i < 300; i++) writeSync(2, text)",
  ),
]
