import { Eye } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { PaperPreview } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Actions, Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { useCall } from '../kit/use-call.ts';
import { printerWords } from '../words/printer-words.ts';
import styles from './paper-preview.module.css';
import { ProfileProblems } from './profile-problems.tsx';

const words = printerWords.preview;

const paperWords = { '80mm': '80 mm', '58mm': '58 mm' } as const;

/** The papers of the draft as pictures, before it is saved and without spending paper. */
export function PaperGallery(): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<PaperPreview | 'lost'>();
  const show = async (): Promise<void> => {
    setBusy(true);
    const reply = await call('preview-papers', { draft });
    setBusy(false);
    setShown(reply.ok ? reply.answer : 'lost');
  };
  return (
    <Group title={words.title} text={words.text} testId="paper-preview">
      <Actions>
        <Button testId="paper-preview-run" icon={Eye} busy={busy} onPress={() => void show()}>
          {buttonWord(busy, shown !== undefined)}
        </Button>
      </Actions>
      {shown === 'lost' ? <Notice tone="bad">{words.lost}</Notice> : null}
      {shown === undefined || shown === 'lost' ? null : <Preview preview={shown} />}
    </Group>
  );
}

function buttonWord(busy: boolean, shown: boolean): string {
  if (busy) return words.busy;
  return shown ? words.again : words.show;
}

function Preview({ preview }: { readonly preview: PaperPreview }): ReactElement {
  if (preview.outcome === 'unfit') return <ProfileProblems title={words.unfit} problems={preview.problems} />;
  const { paper, papers, logo } = preview;
  return (
    <>
      {logo === 'printed' || logo === 'off' ? null : <Notice tone="warning">{words.logo[logo]}</Notice>}
      {papers.map(({ kind, pictures }) => (
        <figure key={kind} className={styles.paper} data-testid={`paper-preview-${kind}`}>
          <figcaption className={styles.title}>{words.kinds[kind]}</figcaption>
          {pictures.map((picture) => (
            <img
              key={picture}
              className={styles.picture}
              src={picture}
              alt={words.picture(words.kinds[kind], paperWords[paper])}
            />
          ))}
        </figure>
      ))}
    </>
  );
}
