'use client'
/** Monaco's colours from the page's tokens, and again whenever the page's theme changes. */
import type { Monaco } from './load-monaco.ts'

const NAME = 'netsplit'

/** Returns how to stop following the page. */
export function followTheme(monaco: Monaco): () => void {
  const root = document.documentElement
  const apply = () => applyTheme(monaco, root)
  apply()
  const observer = new MutationObserver(apply)
  observer.observe(root, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function applyTheme(monaco: Monaco, root: HTMLElement): void {
  const style = getComputedStyle(root)
  const token = (name: string) => hexOf(style.getPropertyValue(`--${name}`).trim())
  const rule = (scope: string, name: string) => ({
    token: scope,
    foreground: token(name).slice(1),
  })
  monaco.editor.defineTheme(NAME, {
    base: root.dataset.theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'text'),
      rule('comment', 'text-muted'),
      rule('keyword', 'accent'),
      rule('string', 'pass'),
      rule('number', 'fault'),
      rule('type', 'accent-strong'),
      rule('identifier', 'text'),
      rule('delimiter', 'text'),
    ],
    colors: {
      'editor.background': token('page'),
      'editor.foreground': token('text'),
      'editorLineNumber.foreground': token('text-muted'),
      'editorLineNumber.activeForeground': token('text'),
      'editor.lineHighlightBackground': token('surface'),
      'editor.lineHighlightBorder': token('surface'),
      'editorCursor.foreground': token('text'),
      'editorIndentGuide.background1': token('line'),
      // Unused code keeps its contrast: it is underlined, not faded.
      'editorUnnecessaryCode.opacity': '#000000ff',
      'editorUnnecessaryCode.border': token('line-strong'),
      'editorWidget.background': token('surface'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('surface'),
      'editorHoverWidget.border': token('line-strong'),
      'editorSuggestWidget.background': token('surface'),
      'editorSuggestWidget.border': token('line-strong'),
      'editorSuggestWidget.selectedBackground': token('surface-strong'),
      'editorSuggestWidget.selectedForeground': token('text'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorSuggestWidget.focusHighlightForeground': token('accent'),
      // Faint, because coloured words must stay legible on them; signs tell the two apart, too.
      'diffEditor.insertedTextBackground': tint(token('accent'), 0x1a),
      'diffEditor.insertedLineBackground': tint(token('accent'), 0x0f),
      'diffEditor.removedTextBackground': tint(token('fault'), 0x1a),
      'diffEditor.removedLineBackground': tint(token('fault'), 0x0f),
      'diffEditorOverview.insertedForeground': tint(token('accent'), 0x99),
      'diffEditorOverview.removedForeground': tint(token('fault'), 0x99),
      'diffEditor.unchangedRegionBackground': token('surface'),
      'diffEditor.unchangedRegionForeground': token('text-muted'),
      'diffEditor.diagonalFill': token('line'),
      focusBorder: token('accent'),
      // Colours stand for meanings on this page, and brackets have none.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [
          `editorBracketHighlight.foreground${depth}`,
          token('text'),
        ]),
      ),
    },
  })
  monaco.editor.setTheme(NAME)
}

/** A colour that what is behind it shines through. */
function tint(colour: string, alpha: number): string {
  return `${colour}${alpha.toString(16).padStart(2, '0')}`
}

/** Themes take hexadecimal colours only; forced colours and the like give names. */
function hexOf(colour: string): string {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour
  const canvas = document.createElement('canvas').getContext('2d')
  if (canvas === null) return '#808080'
  canvas.fillStyle = colour
  return /^#[0-9a-f]{6}$/i.test(canvas.fillStyle) ? canvas.fillStyle : '#808080'
}
