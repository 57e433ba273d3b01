/** Rosters out of spreadsheets: what is read, what is refused and why, and what an import would do. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inviteState } from '#app/_classes/roster/invite-state.ts'
import { parseRoster } from '#app/_classes/roster/parse-roster.ts'
import { planRoster } from '#app/_classes/roster/plan-roster.ts'

describe('a roster', () => {
  const ada = { line: 2, email: 'ada@example.org', name: 'Ada Lovelace', section: 'A' }

  test.each([
    ['commas', 'e-mail,name,section\nAda@Example.org,Ada Lovelace,A'],
    ['semicolons', 'Email;Name;Group\nada@example.org;Ada Lovelace;A\n'],
    ['tabs', 'mail\tfull name\tsection\nada@example.org\tAda Lovelace\tA'],
    ['a mark at its beginning', '\uFEFFe-mail,name,section\r\nada@example.org,Ada Lovelace,A\r\n'],
    ['names in two columns', 'First name,Last name,E-mail,Section\nAda,Lovelace,ada@example.org,A'],
    ['columns in another order', 'section,email address,student\nA,ada@example.org,Ada Lovelace'],
    ['quotes', 'e-mail,name,section\n"ada@example.org","Ada Lovelace","A"'],
  ])('with %s', (_what, text) => {
    expect(parseRoster(text)).toEqual({ lines: [ada], problems: [] })
  })

  test('without heads is e-mail, name, section', () => {
    expect(parseRoster('ada@example.org,Ada Lovelace,A\nbob@example.org')).toEqual({
      lines: [
        { ...ada, line: 1 },
        { line: 2, email: 'bob@example.org', name: 'bob@example.org', section: '' },
      ],
      problems: [],
    })
  })

  test('keeps a comma in quotes, and letters of all languages', () => {
    const { lines } = parseRoster('e-mail,name\nz@example.org,"Żółć, Łukasz"')
    expect(lines[0]?.name).toBe('Żółć, Łukasz')
  })

  test('names each line that is wrong, and reads the others', () => {
    const text = [
      'e-mail,name',
      'ada@example.org,Ada',
      ',Nobody',
      'not an address,Bob',
      '',
      'ADA@example.org,Ada again',
      `carol@example.org,${'x'.repeat(121)}`,
      'dan@example.org,Dan',
    ].join('\n')
    const { lines, problems } = parseRoster(text)
    expect(lines.map(({ email }) => email)).toEqual(['ada@example.org', 'dan@example.org'])
    expect(problems).toEqual([
      { line: 3, message: 'The e-mail address is missing.' },
      { line: 4, message: '“not an address” is not an e-mail address.' },
      { line: 6, message: 'ada@example.org is in line 2 already.' },
      { line: 7, message: 'A cell has more than 120 characters.' },
    ])
  })

  test.each([
    ['', 1, 'is empty'],
    ['name,section\nAda,A', 1, 'No column is called “e-mail”'],
    ['e-mail,name\nada@example.org,"Ada', 2, 'quotation mark'],
  ])('that cannot be read says why: %j', (text, line, words) => {
    const { lines, problems } = parseRoster(text)
    expect(lines).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain(words)
    expect(problems[0]?.line).toBe(line)
  })

  test('of any text is read without a throw, each address at most once', () => {
    const texts = fc.array(
      fc.constantFrom(',', ';', '"', '\n', 'a@b.org', 'e-mail', 'x', '\0', ' '),
    )
    fc.assert(
      fc.property(texts, (parts) => {
        const { lines } = parseRoster(parts.join(''))
        expect(new Set(lines.map(({ email }) => email)).size).toBe(lines.length)
      }),
    )
  })
})

test('an import says what it would do', () => {
  const line = (email: string, name: string, section: string) => ({ line: 1, email, name, section })
  const plan = planRoster({
    lines: [
      line('new@x.org', 'New', 'C'),
      line('moved@x.org', 'Moved', 'B'),
      line('named@x.org', 'Other name', ''),
      line('same@x.org', 'Same', ''),
    ],
    known: [
      { email: 'moved@x.org', name: 'Moved', section: 'A' },
      { email: 'named@x.org', name: 'Named', section: 'A' },
      { email: 'same@x.org', name: 'Same', section: 'A' },
      { email: 'absent@x.org', name: 'Absent', section: 'A' },
    ],
    sections: ['A', 'B'],
  })
  expect(plan.lines.map(({ effect }) => effect)).toEqual(['new', 'changed', 'changed', 'same'])
  expect(plan.newSections).toEqual(['C'])
})

test('an invitation ends with its time or its last use', () => {
  const expiresAt = new Date('2026-11-21T00:00Z')
  const state = (uses: number, now: string) =>
    inviteState({ expiresAt, uses, usesMax: 2 }, new Date(now))
  expect(state(1, '2026-11-20T23:59Z')).toBe('usable')
  expect(state(2, '2026-11-20T23:59Z')).toBe('used-up')
  expect(state(0, '2026-11-21T00:00Z')).toBe('expired')
})
