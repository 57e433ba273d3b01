/** Learning platforms from which people come by LTI 1.3, for administrators. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionButton } from '../../_accounts/action-button.tsx'
import { requireSite } from '../../_server/authorise/page-door.ts'
import { listPlatforms } from '../../_server/lti/platforms.ts'
import { listKeys } from '../../_server/lti/tool-keys.ts'
import { toolUrls } from '../../_server/lti/tool-urls.ts'
import { ClassForm } from '../../classes/_forms/class-form.tsx'
import { ClassSection } from '../../classes/_parts/class-page.tsx'
import { AdminPage } from '../_parts/admin-page.tsx'
import { Cell, Table, Time } from '../_parts/table.tsx'
import { platformFields } from './_parts/platform-fields.ts'
import { ToolAddresses } from './_parts/tool-addresses.tsx'

export const metadata: Metadata = { title: 'Learning platforms' }

export default async function PlatformsPage() {
  await requireSite('lti.manage')
  return (
    <AdminPage
      here="/admin/lti"
      title="Learning platforms"
      lead="From Canvas, Moodle and others that speak LTI 1.3, people come into their classes without signing in again, and released grades go back."
    >
      <Platforms />
      <ClassSection id="tool" title="What the platform asks about this site">
        <p className="mb-5 max-w-prose text-muted leading-relaxed">
          Begin at the platform: its administrator makes a tool of LTI 1.3 with these addresses, and
          gets a client id and a deployment id. Then register the platform below with both.
        </p>
        <ToolAddresses urls={toolUrls()} />
      </ClassSection>
      <ClassSection id="register" title="Register a platform">
        <ClassForm
          method="POST"
          path="/api/admin/lti"
          fields={platformFields()}
          button="Register the platform"
          done="It is registered. Open it above, and try whether it answers."
        />
      </ClassSection>
      <Keys />
    </AdminPage>
  )
}

async function Platforms() {
  const platforms = await listPlatforms()
  return (
    <ClassSection id="platforms" title="Registered">
      {platforms.length === 0 ? (
        <p className="max-w-prose text-muted leading-relaxed">
          None so far. People who teach can make classes and invite by link without any; a platform
          saves them the list of learners, and the copying of grades.
        </p>
      ) : (
        <Table label="Learning platforms" heads={['Name', 'Issuer', 'Client', 'Courses', 'Since']}>
          {platforms.map(({ id, name, issuer, clientId, courses, createdAt }) => (
            <tr key={id} className="border-line border-b">
              <Cell>
                <Link
                  href={`/admin/lti/${id}`}
                  className="text-accent underline underline-offset-4"
                >
                  {name}
                </Link>
              </Cell>
              <Cell>{issuer}</Cell>
              <Cell>{clientId}</Cell>
              <Cell isQuiet>{courses}</Cell>
              <Cell isQuiet>
                <Time at={createdAt} />
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </ClassSection>
  )
}

async function Keys() {
  const [newest, ...older] = await listKeys()
  return (
    <ClassSection id="keys" title="Keys of this site">
      <p className="mb-4 max-w-prose text-muted leading-relaxed">
        {newest === undefined ? (
          'The first key is made when a platform asks for it.'
        ) : (
          <>
            This site signs with a key of <Time at={newest.createdAt} />.{' '}
            {older.length === 0
              ? ''
              : 'Earlier ones stay public for a week, until every platform has seen the new one.'}
          </>
        )}
      </p>
      <ActionButton
        method="POST"
        path="/api/admin/lti/keys"
        size="medium"
        done="There is a new key."
        question={{
          title: 'Make a new key?',
          text: 'Platforms read it at the address of the public keyset. One that was given a copy of the old key by hand needs the new one.',
        }}
      >
        Make a new key
      </ActionButton>
    </ClassSection>
  )
}
