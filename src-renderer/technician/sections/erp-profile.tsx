import { HardDrive } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { ErpProfileChoice } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { FileDialog } from '../kit/file-dialog.tsx';
import { FoldButton } from '../kit/fold-button.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { LiveState } from '../kit/live-state.tsx';
import { Notice } from '../kit/notice.tsx';
import type { LiveAnswer } from '../kit/use-call.ts';
import { erpWords } from '../words/erp-words.ts';
import { ProfileProblems } from './profile-problems.tsx';
import styles from './sections.module.css';

const words = erpWords.profile;

interface ErpProfileProps {
  /** Path of the ERP in the draft. */
  readonly path: string;
  /** Name of the profile that counts. */
  readonly name: string;
  readonly profiles: LiveAnswer<'erp-profiles'>;
}

/** Which ERP it is: the chosen profile, the others on demand, and one from a drive. */
export function ErpProfile({ path, name, profiles }: ErpProfileProps): ReactElement {
  const { set, revealed } = useDraft();
  const wanted = revealed?.path === `${path}.profile`;
  const [open, setOpen] = useState(wanted);
  const [fetching, setFetching] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way to the problem opens it anew
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted, revealed]);
  const { answer, reload } = profiles;
  return (
    <Group title={words.title} text={words.hint} testId={`profile-${path}`}>
      {answer === undefined ? (
        <LiveState live={profiles} busy={words.loading} failed={words.failed} />
      ) : (
        <Choice path={path} name={name} profiles={answer} open={open} />
      )}
      <Actions>
        <FoldButton testId={`profiles-${path}`} open={open} onFold={setOpen}>
          {open ? words.close : words.change}
        </FoldButton>
        <Button testId={`profile-from-drive-${path}`} icon={HardDrive} onPress={() => setFetching(true)}>
          {words.fromDrive}
        </Button>
      </Actions>
      {fetching ? (
        <FileDialog
          purpose="erp-profile"
          onClose={() => setFetching(false)}
          onPicked={(file) => {
            setFetching(false);
            if (file.outcome !== 'erp-profile') return;
            set(`${path}.profile`, file.value);
            reload();
          }}
        />
      ) : null}
    </Group>
  );
}

interface ChoiceProps {
  readonly path: string;
  readonly name: string;
  readonly profiles: readonly ErpProfileChoice[];
  /** All of them, or the chosen one alone. */
  readonly open: boolean;
}

function Choice({ path, name, profiles, open }: ChoiceProps): ReactElement {
  const { problemAt } = useDraft();
  const chosen = profiles.find((choice) => choice.name === name);
  const problem = open ? undefined : problemAt(`${path}.profile`);
  return (
    <>
      {chosen === undefined ? <Notice tone="bad">{words.missing(name)}</Notice> : null}
      {problem === undefined ? null : <Notice tone="bad">{problem}</Notice>}
      {open ? (
        <div className={styles.oneColumn}>
          <ChoiceField
            path={`${path}.profile`}
            label={words.list}
            standard={name}
            options={profiles.map((choice) => ({
              value: choice.name,
              label: choice.own ? `${choice.title} · ${words.own}` : choice.title,
              hint: choice.description,
            }))}
          />
        </div>
      ) : null}
      {chosen === undefined || open ? null : <Chosen profile={chosen} />}
      {chosen === undefined || chosen.problems.length === 0 ? null : (
        <ProfileProblems title={words.unfit} problems={chosen.problems} />
      )}
    </>
  );
}

function Chosen({ profile }: { readonly profile: ErpProfileChoice }): ReactElement {
  const { name, title, description, own } = profile;
  return (
    <div className={styles.chosen} data-testid={`profile-chosen-${name}`}>
      <span className={styles.chosenTitle}>{own ? `${title} · ${words.own}` : title}</span>
      <span className={styles.chosenText}>{description}</span>
    </div>
  );
}
