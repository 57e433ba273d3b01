/**
 * Sets the theme before the first paint, so that no page flashes in the wrong one.
 *
 * `data-theme-choice` on <html> is what the reader chose (system, light or dark);
 * `data-theme` is what that means at the moment (light or dark), and what styles read.
 */

/** Where the choice is kept. */
export const THEME_STORAGE_KEY = 'netsplit:theme'

export const THEME_SCRIPT = `(() => {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let choice = 'system'
  try { choice = localStorage.getItem('${THEME_STORAGE_KEY}') ?? 'system' } catch {}
  if (choice !== 'light' && choice !== 'dark') choice = 'system'
  root.dataset.themeChoice = choice
  const show = () => {
    const chosen = root.dataset.themeChoice
    root.dataset.theme = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
  }
  show()
  dark.addEventListener('change', show)
  new MutationObserver(show).observe(root, { attributeFilter: ['data-theme-choice'] })
})()`
