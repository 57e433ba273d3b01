/** The table of rights: what it says of each role, of other people's things, and of classes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type Action, type ActionName } from '#app/_server/authorise/actions.ts'
import { authorise } from '#app/_server/authorise/authorise.ts'
import {
  type Actor,
  CLASS_ROLES,
  SITE_ROLES,
  type SiteRole,
  type Subject,
} from '#app/_server/authorise/roles.ts'
import { rolesText } from '../../scripts/roles/roles-text.ts'
import { ROOT } from '../../scripts/state/paths.ts'

function actor(role: SiteRole, id = 'ada'): Actor {
  return role === 'stranger' ? { role } : { role, id }
}

function namesOn(kind: Subject['kind']): readonly ActionName[] {
  return (Object.entries(ACTIONS) as [ActionName, Action][])
    .filter(([, { on }]) => on === kind)
    .map(([name]) => name)
}

function rolesWho(name: ActionName, subject: Subject): readonly string[] {
  return SITE_ROLES.filter((role) => authorise(actor(role), name, subject).kind === 'allowed')
}

describe('rights on the site', () => {
  test.each(namesOn('site'))('%s: exactly those in the table', (name) => {
    expect(rolesWho(name, { kind: 'site' })).toEqual(ACTIONS[name].who)
  })

  test('a role with more rights loses none of the one before, but to become what one is', () => {
    for (const name of [...namesOn('site'), ...namesOn('own')]) {
      if (name === 'administrator.become') continue
      const subject: Subject =
        ACTIONS[name].on === 'own' ? { kind: 'own', ownerId: 'ada' } : { kind: 'site' }
      const allowed = rolesWho(name, subject)
      expect(allowed, name).toEqual(SITE_ROLES.slice(SITE_ROLES.length - allowed.length))
    }
  })
})

describe('what is one’s own', () => {
  test.each(namesOn('own'))('%s: for its owner, with the roles of the table', (name) => {
    expect(rolesWho(name, { kind: 'own', ownerId: 'ada' })).toEqual(ACTIONS[name].who)
  })

  test.each(namesOn('own'))('%s: for nobody else, administrators included', (name) => {
    expect(rolesWho(name, { kind: 'own', ownerId: 'eve' })).toEqual([])
  })

  test('of nobody is nobody’s', () => {
    expect(rolesWho('draft.read', { kind: 'own', ownerId: '' })).toEqual([])
  })
})

describe('somebody’s account', () => {
  test.each(namesOn('person'))('%s: for administrators only', (name) => {
    expect(rolesWho(name, { kind: 'person', id: 'eve' })).toEqual(['administrator'])
  })

  test('is not one’s own to promote or to disable', () => {
    const oneself: Subject = { kind: 'person', id: 'ada' }
    for (const name of ['person.set-role', 'person.disable'] as const) {
      expect(authorise(actor('administrator'), name, oneself)).toEqual({
        kind: 'refused',
        why: 'oneself',
      })
    }
    expect(rolesWho('person.read', oneself)).toEqual(['administrator'])
  })
})

describe('a class', () => {
  const classWith = (role: (typeof CLASS_ROLES)[number] | undefined): Subject => ({
    kind: 'class',
    id: 'ds-101',
    role,
  })

  test.each(namesOn('class'))('%s: by the role in it, and none of the site', (name) => {
    for (const siteRole of SITE_ROLES) {
      const allowed = CLASS_ROLES.filter(
        (role) => authorise(actor(siteRole), name, classWith(role)).kind === 'allowed',
      )
      expect(allowed, siteRole).toEqual(siteRole === 'stranger' ? [] : ACTIONS[name].who)
    }
  })

  test.each(namesOn('class'))('%s: for nobody of another class', (name) => {
    expect(rolesWho(name, classWith(undefined))).toEqual([])
  })

  test('refuses learners what staff may, and readers what changes anything', () => {
    const may = (role: (typeof CLASS_ROLES)[number]) =>
      namesOn('class').filter(
        (name) => authorise(actor('member'), name, classWith(role)).kind === 'allowed',
      )
    expect(may('learner')).toEqual(['class.read', 'class.answer', 'class.read-feedback'])
    expect(may('reader')).toEqual(['class.read', 'class.see-progress'])
  })
})

test('an action is never asked about what it is not about', () => {
  expect(() => authorise(actor('administrator'), 'draft.read', { kind: 'site' })).toThrow(
    'draft.read is about a subject of kind own',
  )
})

test('docs/roles.md is what the table says (npm run roles makes it so)', async () => {
  expect(await readFile(join(ROOT, 'docs', 'roles.md'), 'utf8')).toBe(rolesText())
})
