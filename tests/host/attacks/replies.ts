/**
 * Replies that no kit would write, as the first reply of a run: the grader reads them, so it
 * must read them right, whatever they hold. What fits the format but makes no sense is the
 * learner's mistake; nothing here may be ours.
 */
export interface ForgedReply {
  readonly id: string
  readonly title: string
  readonly reply: string
  /** What the verdict says that the code threw, or the budget that it passed. */
  readonly says: RegExp
}

const MALFORMED = /^effect 1 is malformed$/
/** What the reply after it throws: this one was taken as it is. */
const TAKEN = /^taken$/

function field(text: string): string {
  return `${text.length}:${text}`
}

function forged(id: string, title: string, reply: string, says = MALFORMED): ForgedReply {
  return { id, title, reply, says }
}

const DEEP = `${'['.repeat(1e5)}${']'.repeat(1e5)}`

export const replies: readonly ForgedReply[] = [
  forged('reply-empty', 'nothing', '', /starts with O or E/),
  forged('reply-letter', 'a letter that no reply begins with', 'P', /starts with O or E/),
  forged('reply-verdict', 'a verdict', '{"verdict":"pass"}', /starts with O or E/),
  forged('reply-thrown-text', 'something thrown that is no JSON', 'E', /holds a JSON array/),
  forged(
    'reply-thrown-object',
    'something thrown that is no list',
    'E{"name":"x"}',
    /holds a JSON array/,
  ),
  forged(
    'reply-thrown-numbers',
    'something thrown with a number for a name',
    'E[1,2,3,4]',
    /names what was thrown/,
  ),
  forged('reply-thrown-lines', 'something thrown on line -1', 'E["x","here",-1,1e999]', /^here$/),
  forged(
    'reply-thrown-long',
    'something thrown with a hundred thousand words',
    `E["x","${'y'.repeat(1e5)}",0,0]`,
    /^y{2000}$/,
  ),
  forged('reply-effect', 'an effect of no known kind', 'Oz1:x'),
  forged('reply-length-none', 'a field without a length', 'On:x'),
  forged('reply-length-negative', 'a field of length -1', 'On-1:x'),
  forged('reply-length-power', 'a field of length 1e3', 'On1e3:x'),
  forged('reply-length-more', 'a field that is longer than the reply', 'On99:x'),
  forged('reply-length-huge', 'a field of length 10^15', 'On999999999999999:x'),
  forged('reply-length-spaces', 'a length with spaces', 'On 1:x'),
  forged('reply-cut', 'an effect that is cut off', 'Os2:n1'),
  forged(
    'reply-second',
    'a good effect and a bad one',
    `On${field('x')}z`,
    /^effect 2 is malformed$/,
  ),
  forged(
    'reply-send-nobody',
    'a message to nobody',
    `Os${field('n99')}${field('{}')}`,
    /there is no node "n99"/,
  ),
  forged(
    'reply-send-proto',
    'a message to a name that all objects have',
    `Os${field('__proto__')}${field('{}')}`,
    /there is no node "__proto__"/,
  ),
  forged(
    'reply-send-client',
    'a message to a client',
    `Os${field('c1')}${field('{}')}`,
    /there is no node "c1"/,
  ),
  forged('reply-send-text', 'a message that is no JSON', `Os${field('n1')}${field('{x}')}`),
  forged('reply-send-empty', 'an empty message', `Os${field('n1')}${field('')}`),
  forged(
    'reply-send-proto-body',
    'a message with __proto__',
    `Os${field('n1')}${field('{"__proto__":{"polluted":1}}')}`,
    TAKEN,
  ),
  forged(
    'reply-send-deep',
    'a message of a hundred thousand lists in each other',
    `Os${field('n2')}${field(DEEP)}`,
  ),
  forged(
    'reply-send-twice',
    'a message with one key twice',
    `Os${field('n2')}${field('{"type":"x","type":"RequestVote","term":1,"term":2}')}`,
    TAKEN,
  ),
  forged(
    'reply-operation',
    'an answer that nobody asked for',
    `Or${field('1')}${field('ok')}${field('1')}`,
    /nobody asked for operation 1/,
  ),
  forged(
    'reply-operation-long',
    'an answer to an operation of sixteen digits',
    `Or${field('1000000000000000')}${field('ok')}${field('1')}`,
  ),
  forged(
    'reply-operation-sign',
    'an answer to operation -1',
    `Or${field('-1')}${field('ok')}${field('1')}`,
  ),
  forged(
    'reply-outcome',
    'an answer that says `info`, as only clients may',
    `Or${field('1')}${field('info')}${field('1')}`,
  ),
  forged('reply-timer-negative', 'a timer in the past', `Ot${field('t')}${field('-5')}`),
  forged(
    'reply-timer-fraction',
    'a timer after half a microsecond',
    `Ot${field('t')}${field('0.5')}`,
  ),
  forged('reply-timer-infinite', 'a timer after infinity', `Ot${field('t')}${field('Infinity')}`),
  forged(
    'reply-timer-far',
    'a timer after fifteen digits of microseconds',
    `Ot${field('t')}${field('999999999999999')}`,
    TAKEN,
  ),
  forged('reply-timer-nameless', 'a timer without a name', `Ot${field('')}${field('5')}`),
  forged(
    'reply-timer-long',
    'a timer with a name of 201 characters',
    `Ot${field('x'.repeat(201))}${field('5')}`,
  ),
  forged('reply-write-text', 'a write that is no JSON', `Ow${field('k')}${field('undefined')}`),
  forged(
    'reply-write-proto',
    'a write under __proto__',
    `Ow${field('__proto__')}${field('{}')}y`,
    TAKEN,
  ),
  forged(
    'reply-write-deep',
    'a write of a hundred thousand lists in each other',
    `Ow${field('k')}${field(DEEP)}y`,
  ),
  forged('reply-observe-list', 'watched fields that are a list', `Oo${field('[]')}`),
  forged('reply-observe-null', 'watched fields that are null', `Oo${field('null')}`),
  forged(
    'reply-observe-proto',
    'watched fields with __proto__',
    `Oo${field('{"__proto__":{"polluted":1},"role":"follower"}')}`,
    TAKEN,
  ),
  forged(
    'reply-observe-deep',
    'a watched field of a hundred thousand lists in each other',
    `Oo${field(`{"role":${DEEP}}`)}`,
  ),
  forged(
    'reply-observe-shallow',
    'a watched field of a hundred lists in each other',
    `Oo${field(`{"role":${'['.repeat(100)}${']'.repeat(100)}}`)}`,
    TAKEN,
  ),
  forged(
    'reply-observe-odd',
    'roles and terms that are none',
    `Oo${field('{"role":{"toString":1},"currentTerm":"7","votedFor":[],"leaderId":1e999}')}`,
    TAKEN,
  ),
  forged(
    'reply-observe-separators',
    'a watched field with line breaks of other programs',
    `Oo${field('{"role":"a\u2028b\u2029c\u0085"}')}`,
    TAKEN,
  ),
  forged('reply-apply-text', 'a value for the application that is no JSON', `Oa${field('{')}`),
  forged(
    'reply-note-long',
    'a note of two hundred thousand characters',
    `On${field('x'.repeat(2e5))}`,
    TAKEN,
  ),
  forged(
    'reply-note-lines',
    'a note that looks like lines of a trace',
    `On${field('\n9 0 -1 end ["horizon","",0]\n')}`,
    TAKEN,
  ),
  forged(
    'reply-note-separators',
    'a note with line breaks of other programs',
    `On${field('a\u2028b\u2029c')}`,
    TAKEN,
  ),
  forged('reply-many', 'a thousand effects and one', `O${'y'.repeat(1001)}`, /^effects per call$/),
  forged(
    'reply-long',
    'a reply of a character more than it may have',
    `O${'y'.repeat(262_144)}`,
    /^bytes per call$/,
  ),
]
