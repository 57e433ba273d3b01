/** Says in our words why signing in with a provider did not work. */

const PROBLEMS: Readonly<Record<string, string>> = {
  account_not_linked:
    'There is an account with this address already. Sign in to it as before; on its settings page you can connect the provider.',
  email_not_confirmed_there:
    'The provider has not confirmed your e-mail address. Confirm it there, or sign up here with a password.',
  email_not_found: 'The provider did not tell an e-mail address, and an account needs one.',
  ACCOUNT_DISABLED: 'This account is disabled. Ask the people who run this site.',
  access_denied: 'The provider says that you did not agree. Nothing was changed.',
  account_already_linked_to_different_user:
    'This account of the provider belongs to somebody else here.',
  email_does_not_match:
    'The provider knows you by another e-mail address. Only one with the same address can be connected.',
  unable_to_link_account:
    'The provider has not confirmed your e-mail address, so it was not connected.',
}

/** The sentence for the `error` of an address; undefined when there is none. */
export function providerProblem(error: string | readonly string[] | undefined): string | undefined {
  if (typeof error !== 'string' || error === '') return undefined
  return PROBLEMS[error] ?? 'Signing in with the provider did not work. Try again, or another way.'
}
