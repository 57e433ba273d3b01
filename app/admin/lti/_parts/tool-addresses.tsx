/** What a platform has to be told of this site, to be copied. */
import type { ToolUrls } from '../../../_server/lti/tool-urls.ts'
import { CopyField } from './copy-field.tsx'

export function ToolAddresses({ urls }: { readonly urls: ToolUrls }) {
  const fields = [
    ['Target link URI, and redirect URI', urls.launch],
    ['OpenID Connect login URL (initiate login)', urls.login],
    ['Public keyset (JWKS) URL', urls.keys],
    ['Deep linking (content selection) URL', urls.deepLink],
  ] as const
  return (
    <dl className="grid max-w-3xl gap-4">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt className="font-medium text-sm">{name}</dt>
          <dd className="mt-1">
            <CopyField name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
