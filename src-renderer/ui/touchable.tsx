import { type MouseEvent, type PointerEvent, type ReactElement, type ReactNode, useState } from 'react';

interface TouchableProps {
  readonly testId: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Shown but without effect. Not `disabled`, which would lose the keyboard's focus. */
  readonly inactive?: boolean;
  /** Keys answer when touched, everything else when let go, as long as the finger is still on it. */
  readonly fires: 'on-touch' | 'on-release';
  /** Does something on the page only: main is told of it as mere activity. */
  readonly local?: boolean;
  /** It is a box to tick: whether it is ticked. */
  readonly checked?: boolean;
  /** It is one of several to choose from: whether it is the chosen one. */
  readonly chosen?: boolean;
  readonly onTouch: (target: Element) => void;
}

/**
 * A button that looks pressed within the frame of the touch. It goes by pointer events: Chromium moves a finger's
 * `click` to whatever it thinks was meant, and sends it to the next screen when that came in between.
 */
export function Touchable(props: TouchableProps): ReactElement {
  const {
    testId,
    children,
    className,
    inactive = false,
    fires,
    local = false,
    checked,
    chosen,
    onTouch,
  } = props;
  const [pressed, setPressed] = useState(false);
  const release = (): void => setPressed(false);
  const handlePointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (inactive || event.button !== 0) return;
    setPressed(true);
    if (fires === 'on-touch') onTouch(event.currentTarget);
  };
  const handlePointerUp = (event: PointerEvent<HTMLButtonElement>): void => {
    release();
    if (pressed && fires === 'on-release' && isOver(event)) onTouch(event.currentTarget);
  };
  const handleClick = (event: MouseEvent<HTMLButtonElement>): void => {
    // `detail` is 0 when the click comes from Enter, the space bar or a screen reader.
    if (!inactive && event.detail === 0) onTouch(event.currentTarget);
  };
  return (
    <button
      type="button"
      className={className}
      data-testid={testId}
      data-pressed={pressed || undefined}
      data-local={local || undefined}
      {...(checked !== undefined && { role: 'checkbox', 'aria-checked': checked })}
      aria-pressed={chosen}
      aria-disabled={inactive || undefined}
      onPointerDown={handlePointerDown}
      onMouseDown={fires === 'on-touch' ? keepFocus : undefined}
      onPointerUp={handlePointerUp}
      onPointerCancel={release}
      onPointerLeave={release}
      onClick={handleClick}
    >
      {children}
    </button>
  );
}

/** How far outside its edge a finger may be let go: a pressed button shrinks a little (CSS pixels). */
const edgePx = 16;

/** Whether the finger is still on the button; a touch stays bound to it wherever it slides. */
function isOver({ clientX, clientY, currentTarget }: PointerEvent<HTMLButtonElement>): boolean {
  const { left, top, right, bottom } = currentTarget.getBoundingClientRect();
  const inside =
    clientX > left - edgePx &&
    clientX < right + edgePx &&
    clientY > top - edgePx &&
    clientY < bottom + edgePx;
  return inside || currentTarget.contains(document.elementFromPoint(clientX, clientY));
}

/** A touched key does not take the focus: Enter on a keyboard beside it would press that key again. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
