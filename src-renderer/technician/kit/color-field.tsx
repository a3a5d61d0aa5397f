import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useDraft } from './draft-context.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { TextInput } from './text-input.tsx';

interface ColorFieldProps extends FieldProps {
  readonly standard: string;
  /** Colours to take with one touch. */
  readonly swatches: readonly { readonly value: string; readonly label: string }[];
}

/** A colour as #rrggbb, seen beside its number. */
export function ColorField(props: ColorFieldProps): ReactElement {
  const { path, standard, swatches } = props;
  const { get, set } = useDraft();
  const value = get(path);
  const text = typeof value === 'string' ? value : '';
  const shown = text === '' ? standard : text;
  return (
    <FieldFrame {...props}>
      {(control) => (
        <span className={styles.colorLine}>
          <span className={styles.colorInput}>
            <Swatch color={shown} />
            <TextInput
              {...control}
              placeholder={standard}
              value={text}
              onValue={(next) => set(path, next === '' ? undefined : next)}
            />
          </span>
          <span className={styles.swatches}>
            {swatches.map((swatch) => (
              <button
                key={swatch.value}
                type="button"
                className={styles.swatchButton}
                data-testid={`swatch-${swatch.value}`}
                aria-pressed={shown.toLowerCase() === swatch.value.toLowerCase()}
                onClick={() => set(path, swatch.value)}
              >
                <Swatch color={swatch.value} />
                <span className="visually-hidden">{swatch.label}</span>
              </button>
            ))}
          </span>
        </span>
      )}
    </FieldFrame>
  );
}

/** A patch of colour, set through CSSOM: the CSP allows no style attribute. */
function Swatch({ color }: { readonly color: string }): ReactElement {
  const patch = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const style = patch.current?.style;
    if (/^#[0-9a-f]{6}$/i.test(color)) style?.setProperty('background-color', color);
    else style?.removeProperty('background-color');
  }, [color]);
  return <span ref={patch} className={styles.swatch} aria-hidden="true" />;
}
