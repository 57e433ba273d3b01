/** Checks of what a reader types into the sign-in and sign-up forms. */
import { z } from 'zod'
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './password-rule.ts'

/** One thing that is wrong, and the field that it is about; undefined for the whole form. */
export interface FormProblem {
  readonly field: 'name' | 'email' | 'password' | undefined
  readonly message: string
}

export const emailRule = z.email('Enter an e-mail address, such as ada@example.org.')

export const nameRule = z
  .string()
  .trim()
  .min(1, 'Enter a name. Any name will do.')
  .max(80, 'Use 80 characters at most.')

export const passwordRule = z
  .string()
  .min(PASSWORD_LENGTH_MIN, `Use ${PASSWORD_LENGTH_MIN} characters or more for the password.`)
  .max(PASSWORD_LENGTH_MAX, `Use ${PASSWORD_LENGTH_MAX} characters at most for the password.`)

const signUp = z.object({ name: nameRule, email: emailRule, password: passwordRule })

const signIn = z.object({ email: emailRule, password: z.string().min(1, 'Enter your password.') })

export type FormKind = 'sign-in' | 'sign-up'

/** What is wrong with the fields; empty when they may be sent. */
export function findProblems(kind: FormKind, fields: FormData): readonly FormProblem[] {
  const schema = kind === 'sign-in' ? signIn : signUp
  const result = schema.safeParse(Object.fromEntries(fields))
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => ({
    field: path[0] as FormProblem['field'],
    message,
  }))
}

/** Says in our words what the server answered. */
export function problemOf(kind: FormKind, status: number, code: string | undefined): FormProblem {
  if (status === 429) {
    return {
      field: undefined,
      message: 'Too many tries from this address. Wait a minute, then try again.',
    }
  }
  if (code === 'USER_ALREADY_EXISTS' || code === 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL') {
    return { field: 'email', message: 'There is an account with this address. Sign in instead.' }
  }
  if (code === 'ACCOUNT_DISABLED') {
    return {
      field: undefined,
      message: 'This account is disabled. Ask the people who run this site.',
    }
  }
  if (status === 401) {
    return { field: undefined, message: 'The e-mail address or the password is wrong.' }
  }
  const what = kind === 'sign-in' ? 'sign you in' : 'make the account'
  return { field: undefined, message: `The server could not ${what}. Try again in a moment.` }
}
