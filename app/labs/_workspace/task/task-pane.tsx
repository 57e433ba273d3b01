/** The pane of the task: its text, or in its place the lesson behind it. */
import type { LabWorkspaceProps } from '../workspace-props.ts'
import { TaskTabs } from './task-tabs.tsx'

export function TaskPane({ page }: { readonly page: LabWorkspaceProps }) {
  const { lab, step, lesson, isLessonShown, children } = page
  return (
    <>
      {lesson === undefined ? null : (
        <TaskTabs
          path={`/labs/${lab.id}/${step.id}`}
          lesson={lesson}
          isLessonShown={isLessonShown}
        />
      )}
      {/* It scrolls, so it must be reachable with the keyboard; another text begins at its top. */}
      <div
        key={isLessonShown ? 'lesson' : 'task'}
        data-pane-focus=""
        role="region"
        aria-label={isLessonShown ? 'Text of the lesson' : 'Text of the task'}
        tabIndex={0}
        className="min-h-0 grow overflow-y-auto"
      >
        {children}
      </div>
    </>
  )
}
