'use client'
/** What a reader may change about the editor, behind one button. */
import { Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../_ui/button.tsx'
import { Popover, PopoverTitle } from '../../_ui/popover.tsx'
import { FONT_SIZE_MAX, FONT_SIZE_MIN, type PreferencesState } from './use-preferences.ts'

interface EditorMenuProps extends PreferencesState {
  readonly isPlain: boolean
}

export function EditorMenu({ preferences, change, isPlain }: EditorMenuProps) {
  const { wraps, fontSize } = preferences
  return (
    <Popover
      align="end"
      trigger={
        <button
          type="button"
          aria-label="Editor options"
          title="Editor options"
          className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface-strong hover:text-text max-md:size-11"
        >
          <Settings2 aria-hidden="true" className="size-4" />
        </button>
      }
    >
      <PopoverTitle className="font-semibold">Editor</PopoverTitle>
      <div className="mt-2 space-y-1">
        <Option isOn={wraps} onChange={(isOn) => change({ wraps: isOn })}>
          Wrap long lines
        </Option>
        <Option isOn={isPlain} onChange={(isOn) => change({ kind: isOn ? 'plain' : 'full' })}>
          Plain text field
        </Option>
        <div className="flex min-h-9 items-center gap-2">
          <span id="code-size">Size of the code</span>
          <fieldset aria-labelledby="code-size" className="ml-auto flex items-center gap-1">
            <SizeButton
              label="Smaller"
              sign="−"
              isOff={fontSize <= FONT_SIZE_MIN}
              onPress={() => change({ fontSize: fontSize - 1 })}
            />
            <output className="w-10 text-center tabular-nums">{fontSize} px</output>
            <SizeButton
              label="Larger"
              sign="+"
              isOff={fontSize >= FONT_SIZE_MAX}
              onPress={() => change({ fontSize: fontSize + 1 })}
            />
          </fieldset>
        </div>
      </div>
    </Popover>
  )
}

function Option({
  isOn,
  onChange,
  children,
}: {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <label className="flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        className="size-4 accent-accent"
      />
      {children}
    </label>
  )
}

function SizeButton({
  label,
  sign,
  isOff,
  onPress,
}: {
  readonly label: string
  readonly sign: string
  readonly isOff: boolean
  readonly onPress: () => void
}) {
  return (
    <Button look="secondary" size="small" aria-label={label} disabled={isOff} onClick={onPress}>
      {sign}
    </Button>
  )
}
