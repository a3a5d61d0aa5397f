import { FileKey, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { FileDialog } from '../kit/file-dialog.tsx';
import { Actions } from '../kit/group.tsx';
import { certificateWords } from '../words/certificate-words.ts';
import { textOf } from './erp-draft.ts';
import styles from './sections.module.css';

const words = certificateWords;

interface KeyFileFieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
}

/** A certificate or key picked from a drive; main keeps it sealed in the data folder. */
export function KeyFileField({ path, label, hint }: KeyFileFieldProps): ReactElement {
  const { get, set, remove } = useDraft();
  const [picking, setPicking] = useState(false);
  const name = textOf(get(path));
  return (
    <FieldFrame path={path} label={label} hint={hint} group>
      {(control) => (
        <>
          <span className={styles.note} data-testid={`file-name-${path}`}>
            {name === '' ? words.none : name}
          </span>
          <Actions>
            <Button id={control.id} testId={`pick-${path}`} icon={FileKey} onPress={() => setPicking(true)}>
              {words.pick}
            </Button>
            {name === '' ? null : (
              <Button testId={`remove-${path}`} icon={Trash2} onPress={() => remove(path)}>
                {words.remove}
              </Button>
            )}
          </Actions>
          {picking ? (
            <FileDialog
              purpose="certificate"
              onClose={() => setPicking(false)}
              onPicked={(picked) => {
                setPicking(false);
                if (picked.outcome === 'certificate') set(path, picked.value);
              }}
            />
          ) : null}
        </>
      )}
    </FieldFrame>
  );
}
