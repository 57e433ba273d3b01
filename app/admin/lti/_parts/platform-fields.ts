/** The fields of a platform, as its own pages call them. */
import type { PlatformToKeep } from '../../../_server/lti/platforms.ts'
import type { FormField } from '../../../classes/_forms/form-field.tsx'

export function platformFields(platform?: PlatformToKeep): readonly FormField[] {
  return [
    {
      name: 'name',
      label: 'Name',
      kind: 'text',
      hint: 'As people here know it, such as “Moodle of the university”.',
      defaultValue: platform?.name ?? '',
    },
    {
      name: 'issuer',
      label: 'Issuer (platform id)',
      kind: 'text',
      hint: 'Letter by letter as the platform has it, such as https://canvas.instructure.com.',
      defaultValue: platform?.issuer ?? '',
    },
    { name: 'clientId', label: 'Client id', kind: 'text', defaultValue: platform?.clientId ?? '' },
    {
      name: 'authUrl',
      label: 'Authentication request URL',
      kind: 'text',
      hint: 'Where the platform says who somebody is.',
      defaultValue: platform?.authUrl ?? '',
    },
    {
      name: 'tokenUrl',
      label: 'Access token URL',
      kind: 'text',
      hint: 'Where this site asks for permission to read members and to send grades.',
      defaultValue: platform?.tokenUrl ?? '',
    },
    {
      name: 'jwksUrl',
      label: 'Public keyset (JWKS) URL',
      kind: 'text',
      defaultValue: platform?.jwksUrl ?? '',
    },
    {
      name: 'deploymentIds',
      label: 'Deployment ids',
      kind: 'textarea',
      hint: 'One a line. Nobody comes from a deployment that is not among them.',
      defaultValue: platform?.deploymentIds.join('\n') ?? '',
    },
    {
      name: 'instructorsMakeClasses',
      label: 'Whoever teaches a course there may make a class for it here',
      kind: 'checkbox',
      defaultValue: String(platform?.instructorsMakeClasses ?? false),
    },
  ]
}
