'use client'
/** Hides the names of learners on all pages of classes, for a screen that a room can see. */
import { useRouter } from 'next/navigation'
import { HIDDEN_NAMES_COOKIE } from '../../_classes/hidden-names.ts'
import { Button } from '../../_ui/button.tsx'

const DAY_S = 86_400

export function NamesSwitch({ areHidden }: { readonly areHidden: boolean }) {
  const router = useRouter()
  const toggle = () => {
    const age = areHidden ? 0 : DAY_S
    // biome-ignore lint/suspicious/noDocumentCookie: the other way is not in every browser
    document.cookie = `${HIDDEN_NAMES_COOKIE}=1; path=/; max-age=${age}; samesite=lax`
    router.refresh()
  }
  return (
    <Button
      look="secondary"
      size="small"
      aria-pressed={areHidden}
      onClick={toggle}
      className="aria-pressed:bg-surface-strong"
    >
      {areHidden ? 'Names are hidden' : 'Hide names'}
    </Button>
  )
}
