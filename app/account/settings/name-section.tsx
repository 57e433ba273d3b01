/** The name by which the site calls somebody. */
import { PlainForm } from '../../_accounts/plain-form.tsx'
import { Section } from './section.tsx'

export function NameSection({ name }: { readonly name: string }) {
  return (
    <Section id="name" title="Name">
      <PlainForm
        id="name-form"
        method="POST"
        path="/api/account/name"
        fields={[{ name: 'name', label: 'Name', autoComplete: 'name', defaultValue: name }]}
        button="Change the name"
        look="secondary"
        done="The name is changed."
      />
    </Section>
  )
}
