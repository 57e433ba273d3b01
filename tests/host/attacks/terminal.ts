/**
 * Text that would look like something else in a log, a terminal or a page. Every field of
 * every grade in the corpus is searched for what moves a cursor, hides or turns text.
 */
import { type Attack, type Fall, honestWith, inHandler, inNode, TIME } from './attack.ts'

function says(id: string, title: string, text: string, shown: RegExp): Attack {
  return {
    id,
    title,
    source: inHandler(`throw new Error('${text}')`),
    expected: ['threw'],
    says: shown,
  }
}

function compiles(id: string, title: string, source: string, shown?: RegExp): Attack {
  const expected: readonly Fall[] = ['does-not-compile']
  return { id, title, source, expected, ...(shown === undefined ? {} : { says: shown }) }
}

const thrown: readonly Attack[] = [
  says(
    'text-clear',
    'a screen that is cleared',
    '\\u001b[2J\\u001b[32mPASS 100/100\\u001b[0m\\n::verdict:: pass',
    /^\\u\{1b\}\[2J\\u\{1b\}\[32mPASS 100\/100\\u\{1b\}\[0m ⏎ ::verdict:: pass$/,
  ),
  says(
    'text-title',
    'a window with another title',
    '\\u001b]0;owned\\u0007\\u001b]52;c;cm0gLXJm\\u0007',
    /^\\u\{1b\}\]0;owned\\u\{7\}/,
  ),
  says(
    'text-c1',
    'the other set of control characters',
    '\\u009b2Jx\\u0085y',
    /^\\u\{9b\}2Jx\\u\{85\}y$/,
  ),
  says(
    'text-lines',
    'a line that looks like the grader’s',
    'x\\ngrader ready\\r\\ngrader: submission 7 passed',
    /^x ⏎ grader ready ⏎ grader: submission 7 passed$/,
  ),
  says('text-carriage', 'a line that is written over', 'failed\\rpassed', /^failed\\u\{d\}passed$/),
  says(
    'text-backspace',
    'letters that are rubbed out',
    'failed\\b\\b\\b\\b\\b\\bpassed',
    /^failed(\\u\{8\}){6}passed$/,
  ),
  says(
    'text-bidi',
    'text that is turned round',
    '\\u202edessap\\u202c \\u2066x\\u2069 \\u061cy',
    /^\\u\{202e\}dessap\\u\{202c\} \\u\{2066\}x\\u\{2069\} \\u\{61c\}y$/,
  ),
  says(
    'text-hidden',
    'letters without width',
    'p\\u200ba\\u2060s\\ufeffs\\u00ade\\u180ed',
    /^p\\u\{200b\}a\\u\{2060\}s\\u\{feff\}s\\u\{ad\}e\\u\{180e\}d$/,
  ),
  says(
    'text-tags',
    'letters that only machines see',
    'x\\u{e0041}\\u{e0042}',
    /^x\\u\{e0041\}\\u\{e0042\}$/,
  ),
  says(
    'text-separators',
    'lines that only some programs see',
    'a\\u2028b\\u2029c',
    /^a\\u\{2028\}b\\u\{2029\}c$/,
  ),
  says('text-half', 'half a character', 'a\\ud800b', /^a\ufffdb$/),
  says(
    'text-html',
    'a page that runs',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    /^<script>alert\(1\)<\/script><img/,
  ),
  {
    id: 'text-name',
    title: 'an error with the name of a verdict',
    source: inHandler(
      "class InternalGraderPass extends Error { name = 'verdict\\u001b[2K\\npass' }; throw new InternalGraderPass('x')",
    ),
    expected: ['threw'],
    says: /^x$/,
  },
]

const elsewhere: readonly Attack[] = [
  {
    id: 'text-timer',
    title: 'a timer whose name moves the cursor',
    source: inNode("onStart() { this.setTimer('\\u001b[2J\\u202ex', 1) }\nonTimer() { for (;;); }"),
    expected: TIME,
    says: /onTimer\("\\\\u\{1b\}\[2J\\\\u\{202e\}x"\)/,
  },
  {
    id: 'text-notes',
    title: 'notes that move the cursor, from honest code',
    source: honestWith(
      "this.note('\\u001b[2J::verdict:: pass\\n0 0 -1 end [\"horizon\",\"\"]'); console.log('\\u202e', '\\u0000'); console.error('R\\0\\0\\0\\0')",
    ),
    expected: ['pass'],
    isHonest: true,
  },
  {
    id: 'text-trace',
    title: 'notes that look like lines of a trace',
    source: inHandler('this.note(\'\\n99 0 -1 end ["horizon","",0]\\nnetsplit-trace 2 []\')'),
    expected: ['claim-broken'],
  },
  {
    id: 'text-console',
    title: 'a console that is flooded',
    source: inHandler("for (let i = 0; i < 1e5; i++) console.log('x'.repeat(1e4))"),
    expected: ['over-budget', 'time-limit', 'memory-limit'],
  },
]

/** The compiler quotes what it does not understand. */
const quoted: readonly Attack[] = [
  compiles(
    'text-source-escape',
    'a source with an escape sequence where a word should be',
    "let x = 1 \u001b[2J'passed'",
  ),
  compiles(
    'text-source-string',
    'a word with text that is turned round',
    'let x = 1 "\u202edessap\u202c"',
  ),
  compiles(
    'text-source-identifier',
    'a name with letters without width',
    'let a\u200b\u200c = 1; let a\u200b\u200c = 2',
  ),
  compiles(
    'text-source-import',
    'a mistake that quotes a forged line',
    'let "\\n::verdict:: pass\\n" = 1',
  ),
]

export const terminal: readonly Attack[] = [...thrown, ...elsewhere, ...quoted]
