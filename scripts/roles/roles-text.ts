/** docs/roles.md: the table of rights and the doors to each, as the code has them. */
import { ACTIONS, type Action, IN_A_VIEW } from '../../app/_server/authorise/actions.ts'
import { AUTH_PATHS } from '../../app/_server/authorise/auth-paths.ts'
import {
  CLASS_PAGES,
  CLASS_ROUTES,
  CLOSED_PAGES,
  PLATFORM_ROUTES,
  ROUTES,
} from '../../app/_server/authorise/doors.ts'
import { CLASS_ROLES, SITE_ROLES } from '../../app/_server/authorise/roles.ts'

/** The whole text of the file. */
export function rolesText(): string {
  return `${[
    '# Who may do what',
    '`npm run roles` writes this file from `app/_server/authorise`; a test holds it equal.',
    'Every route, and every page that is not for everybody, asks `authorise(actor, action, ' +
      'subject)`, and nothing that is not in these tables can be done.',
    '## On the site',
    table('site'),
    '## With what is one’s own',
    'Somebody else’s work answers as if it were not there.',
    table('own'),
    '## With somebody’s account',
    table('person'),
    '## In a class',
    'A role of the site lets nobody into a class: only the role in that class counts.',
    table('class'),
    '## In a view',
    'Whoever sees the site as a learner does may do nothing but this, and in a view of a class what ' +
      'is one’s own is nobody’s:',
    IN_A_VIEW.map((name) => `\`${name}\``).join(', '),
    '## Doors',
    'Each address of the app, and the action that it asks about.',
    doors(),
  ].join('\n\n')}\n`
}

function table(on: Action['on']): string {
  const roles: readonly string[] = on === 'class' ? CLASS_ROLES : SITE_ROLES
  const rows = (Object.entries(ACTIONS) as [string, Action][])
    .filter(([, action]) => action.on === on)
    .map(([name, { says, who }]) => {
      const marks = roles.map((role) => ((who as readonly string[]).includes(role) ? 'yes' : '–'))
      return line([`\`${name}\``, says, ...marks])
    })
  return [
    line(['Action', 'What it is', ...roles]),
    line(['---', '---', ...roles.map(() => ':-:')]),
    ...rows,
  ].join('\n')
}

function doors(): string {
  const all = [
    ...Object.entries(ROUTES),
    ...Object.entries(PLATFORM_ROUTES),
    ...Object.entries(AUTH_PATHS).map(
      ([door, { action }]) => [door.replace(' ', ' /api/auth'), action] as const,
    ),
    ...Object.entries(CLASS_ROUTES),
    ...Object.entries({ ...CLOSED_PAGES, ...CLASS_PAGES }).map(
      ([page, action]) => [`page ${page}`, action] as const,
    ),
    ['every other page', 'page.read'] as const,
  ]
  return [
    line(['Door', 'Action']),
    line(['---', '---']),
    ...all.map(([door, action]) => line([`\`${door}\``, `\`${action}\``])),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
