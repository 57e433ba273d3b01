/** One learning platform, for administrators: whether it answers, what it is, and its removal. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '../../../_accounts/action-button.tsx'
import { requireSite } from '../../../_server/authorise/page-door.ts'
import { readPlatform } from '../../../_server/lti/platforms.ts'
import { toolUrls } from '../../../_server/lti/tool-urls.ts'
import { ClassForm } from '../../../classes/_forms/class-form.tsx'
import { ClassSection } from '../../../classes/_parts/class-page.tsx'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { platformFields } from '../_parts/platform-fields.ts'
import { ToolAddresses } from '../_parts/tool-addresses.tsx'

export const metadata: Metadata = { title: 'Learning platform' }

interface PlatformPageProps {
  readonly params: Promise<{ readonly platform: string }>
}

export default async function PlatformPage({ params }: PlatformPageProps) {
  await requireSite('lti.manage')
  const { platform: id } = await params
  const platform = await readPlatform(id)
  if (platform === undefined) notFound()
  const path = `/api/admin/lti/${id}`
  return (
    <AdminPage here="/admin/lti" title={platform.name} lead={platform.issuer}>
      <ClassSection id="test" title="Does it answer?">
        <p className="mb-4 max-w-prose text-muted leading-relaxed">
          This reads the keys of the platform, and asks it for a token as members and grades need
          one. Whether people get in is seen by opening a link there.
        </p>
        <ActionButton
          method="POST"
          path={`${path}/test`}
          size="medium"
          done="It answers, and knows this site."
        >
          Try it
        </ActionButton>
      </ClassSection>
      <ClassSection id="tool" title="What it has to know of this site">
        <ToolAddresses urls={toolUrls()} />
      </ClassSection>
      <ClassSection id="change" title="What this site knows of it">
        <ClassForm
          method="POST"
          path={path}
          fields={platformFields(platform)}
          button="Keep"
          done="Kept."
        />
      </ClassSection>
      <ClassSection id="remove" title="Remove it">
        <p className="mb-4 max-w-prose text-muted leading-relaxed">
          Nobody comes from it any more, and no grades go there. Classes, their members and their
          work stay; whoever has no other way to sign in needs one first.
        </p>
        <ActionButton
          method="DELETE"
          path={path}
          size="medium"
          done="It is removed."
          next="/admin/lti"
          question={{
            title: `Remove ${platform.name}?`,
            text: 'All connections of its courses with classes end. They cannot be brought back by registering it anew.',
          }}
        >
          Remove the platform
        </ActionButton>
      </ClassSection>
    </AdminPage>
  )
}
