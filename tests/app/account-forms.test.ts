/** Forms say what is wrong, and never send a reader to another site. */
import { describe, expect, it } from 'vitest'
import { findProblems, problemOf } from '../../app/_accounts/credentials.ts'
import { nextPath } from '../../app/_accounts/next-path.ts'

function fields(values: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

describe('findProblems', () => {
  it('names each field that is wrong', () => {
    const found = findProblems(
      'sign-up',
      fields({ name: ' ', email: 'ada', password: '123456789' }),
    )
    expect(found.map(({ field }) => field)).toEqual(['name', 'email', 'password'])
    expect(found[2]?.message).toBe('Use 10 characters or more for the password.')
  })

  it('asks for no length when signing in', () => {
    expect(findProblems('sign-in', fields({ email: 'a@b.org', password: 'x' }))).toEqual([])
  })
})

describe('problemOf', () => {
  it('tells a taken address from a wrong password and from too many tries', () => {
    expect(problemOf('sign-up', 422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL').field).toBe('email')
    expect(problemOf('sign-in', 401, 'INVALID_EMAIL_OR_PASSWORD').message).toMatch(/is wrong/)
    expect(problemOf('sign-in', 429, undefined).message).toMatch(/Wait a minute/)
  })
})

describe('nextPath', () => {
  it('keeps paths of this site', () => {
    expect(nextPath('/labs/raft/03-election')).toBe('/labs/raft/03-election')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '', '/a b', undefined])(
    'goes to the account instead of %j',
    (next) => {
      expect(nextPath(next)).toBe('/account')
    },
  )
})
