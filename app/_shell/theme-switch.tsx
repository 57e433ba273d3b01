'use client'
/** Chooses the theme: as the system has it, light or dark. */
import { clsx } from 'clsx'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { THEME_STORAGE_KEY } from './theme-script.ts'

const CHOICES = [
  { id: 'system', name: 'As the system has it', Icon: Monitor },
  { id: 'light', name: 'Light', Icon: Sun },
  { id: 'dark', name: 'Dark', Icon: Moon },
] as const

type Choice = (typeof CHOICES)[number]['id']

export function ThemeSwitch() {
  const chosen = useSyncExternalStore(onChoice, currentChoice, () => undefined)
  return (
    <fieldset className="no-print flex rounded-md border border-line p-0.5">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ id, name, Icon }) => (
        <label
          key={id}
          title={name}
          className={clsx(
            'grid size-8 place-items-center rounded hover:text-text',
            'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
            chosen === id ? 'bg-surface-strong text-text' : 'text-muted',
          )}
        >
          <input
            type="radio"
            name="theme"
            value={id}
            checked={chosen === id}
            onChange={() => choose(id)}
            className="sr-only"
          />
          <Icon aria-hidden="true" className="size-4" />
          <span className="sr-only">{name}</span>
        </label>
      ))}
    </fieldset>
  )
}

function choose(choice: Choice): void {
  document.documentElement.dataset.themeChoice = choice
  try {
    localStorage.setItem(THEME_STORAGE_KEY, choice)
  } catch {
    // Storage is off: the choice holds for this page only.
  }
}

function currentChoice(): string {
  return document.documentElement.dataset.themeChoice ?? 'system'
}

function onChoice(notify: () => void): () => void {
  const observer = new MutationObserver(notify)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme-choice'] })
  return () => observer.disconnect()
}
