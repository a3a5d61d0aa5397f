import { ArrowBigUp, ArrowLeft, ArrowRight, ChevronDown, CornerDownLeft, Delete, Space } from 'lucide-react';
import type { MouseEvent, PointerEvent, ReactElement } from 'react';
import styles from './keyboard.module.css';
import type { KeyboardWords } from './keyboard-words.ts';
import type { Key, KeyAction, Page } from './layouts.ts';

const icons = {
  shift: ArrowBigUp,
  erase: Delete,
  left: ArrowLeft,
  right: ArrowRight,
  next: CornerDownLeft,
  close: ChevronDown,
} as const;

interface KeyButtonProps {
  readonly value: Key;
  readonly shift: boolean;
  readonly page: Page;
  readonly words: KeyboardWords;
  readonly onPress: (key: Key) => void;
}

/**
 * A key that types when it is touched and leaves the focus in the field. What takes the keyboard away waits for the
 * click: a finger's click goes to whatever lies there by then, and that is the button that saves.
 */
export function KeyButton({ value, shift, page, words, onPress }: KeyButtonProps): ReactElement {
  const isShift = 'action' in value && value.action === 'shift';
  const atClick = 'action' in value && (value.action === 'close' || value.action === 'next');
  const handlePointer = (event: PointerEvent): void => {
    event.preventDefault();
    if (event.button === 0 && !atClick) onPress(value);
  };
  const handleClick = ({ nativeEvent }: MouseEvent): void => {
    // A pointer's click follows what its touch typed already, maybe on another page of keys; a screen reader's has none.
    const byPointer = nativeEvent instanceof window.PointerEvent && nativeEvent.pointerType !== '';
    if (atClick || !byPointer) onPress(value);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      data-local=""
      data-span={value.span}
      className={`${styles.key} ${'action' in value ? styles.action : ''} ${'wide' in value ? styles.wide : ''}`}
      data-testid={
        'action' in value ? `osk-${value.action}` : `osk-${value.char === ' ' ? 'space' : value.char}`
      }
      aria-pressed={isShift ? shift : undefined}
      onPointerDown={handlePointer}
      onMouseDown={(event) => event.preventDefault()}
      onClick={handleClick}
    >
      {'action' in value ? (
        <ActionFace action={value.action} page={page} words={words} />
      ) : (
        <CharFace char={value.char} shift={shift} words={words} />
      )}
    </button>
  );
}

function ActionFace({
  action,
  page,
  words,
}: Pick<KeyButtonProps, 'page' | 'words'> & { readonly action: KeyAction }): ReactElement {
  if (action === 'page') return <span>{page === 'letters' ? words.signs : words.letters}</span>;
  const Icon = icons[action];
  return (
    <>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={action === 'next' ? undefined : 'visually-hidden'}>{words[action]}</span>
    </>
  );
}

function CharFace({
  char,
  shift,
  words,
}: Pick<KeyButtonProps, 'shift' | 'words'> & { readonly char: string }): ReactElement {
  if (char !== ' ') return <span>{shift && char.length === 1 ? char.toLocaleUpperCase('pt-BR') : char}</span>;
  return (
    <>
      <Space className={styles.icon} aria-hidden="true" />
      <span className="visually-hidden">{words.space}</span>
    </>
  );
}
