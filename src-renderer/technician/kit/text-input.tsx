import { Keyboard } from 'lucide-react';
import type { InputHTMLAttributes, ReactElement, Ref } from 'react';
import { useKeyboard } from '../../ui/keyboard/keyboard-context.ts';
import { kitWords } from '../words/kit-words.ts';
import styles from './field.module.css';

/** Which keys the on-screen keyboard shows for a field. */
export type KeyboardKind = 'text' | 'url' | 'digits' | 'email';

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'style'> {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly keyboard?: KeyboardKind | undefined;
  readonly 'data-testid': string;
  /** Typed letters are not seen. */
  readonly hidden?: boolean;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line to type in, by a keyboard on the desk or the one on the screen. */
export function TextInput(props: TextInputProps): ReactElement {
  const { value, onValue, keyboard = 'text', hidden = false, inputRef, ...rest } = props;
  const { toggleFor } = useKeyboard();
  return (
    <span className={styles.line}>
      <input
        {...rest}
        ref={inputRef}
        className={styles.input}
        type={hidden ? 'password' : 'text'}
        // The system's own keyboard stays away; ours asks for this kind.
        inputMode="none"
        data-osk={keyboard}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      <button
        type="button"
        className={styles.inputAction}
        data-testid={`osk-for-${rest['data-testid']}`}
        // Reached by touch or mouse only: who has a keyboard needs none on the screen.
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => toggleFor(rest.id)}
      >
        <Keyboard className={styles.inputIcon} aria-hidden="true" />
        <span className="visually-hidden">{kitWords.keyboard.open}</span>
      </button>
    </span>
  );
}
