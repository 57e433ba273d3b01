'use client'
/** Signs out and goes home. */
import { useState } from 'react'
import { forgetPages } from '../_quiz/offline/kept-pages.ts'
import { Button } from '../_ui/button.tsx'

export function SignOutButton() {
  const [problem, setProblem] = useState<string>()
  const signOut = async () => {
    const response = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined)
    if (response?.ok !== true) {
      setProblem('The server could not sign you out. Try again in a moment.')
      return
    }
    // The next reader of this browser is not to find them.
    await forgetPages()
    // A full load: header and pages were rendered for the reader who leaves.
    window.location.assign('/')
  }
  return (
    <div>
      <Button look="secondary" onClick={signOut}>
        Sign out
      </Button>
      <p role="alert" className="mt-2 text-sm text-violation">
        {problem}
      </p>
    </div>
  )
}
