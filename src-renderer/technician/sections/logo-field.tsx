import { ImageUp, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { FileDialog, type PickedFile } from '../kit/file-dialog.tsx';
import { Actions } from '../kit/group.tsx';
import { terminalWords } from '../words/terminal-words.ts';
import styles from './terminal.module.css';

const words = terminalWords.look;

/** The logo's file, picked from a drive; main copies it into the data folder. */
export function LogoField({ path }: { readonly path: string }): ReactElement {
  const { get, set, remove } = useDraft();
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<Extract<PickedFile, { outcome: 'logo' }>>();
  const value = get(path);
  const name = typeof value === 'string' ? value : undefined;
  const take = (file: PickedFile): void => {
    setPicking(false);
    if (file.outcome !== 'logo') return;
    setPicked(file);
    set(path, file.value);
  };
  return (
    <FieldFrame path={path} {...words.logo} group>
      {(control) => (
        <>
          <div className={styles.logo}>
            {picked !== undefined && picked.value === name ? (
              <img className={styles.logoPicture} src={picked.preview} alt={words.logoPreview} />
            ) : null}
            <span data-testid={`logo-name`}>{name ?? words.noLogo}</span>
          </div>
          <Actions>
            <Button id={control.id} testId="logo-pick" icon={ImageUp} onPress={() => setPicking(true)}>
              {words.pickLogo}
            </Button>
            {name === undefined ? null : (
              <Button testId="logo-remove" icon={Trash2} onPress={() => remove(path)}>
                {words.removeLogo}
              </Button>
            )}
          </Actions>
          {picking ? <FileDialog purpose="logo" onPicked={take} onClose={() => setPicking(false)} /> : null}
        </>
      )}
    </FieldFrame>
  );
}
