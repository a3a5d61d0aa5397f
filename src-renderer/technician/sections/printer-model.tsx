import { HardDrive } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { PrinterProfileChoice } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { ChoiceField, type Option } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { FileDialog } from '../kit/file-dialog.tsx';
import { Actions } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { printerModelWords } from '../words/printer-model-words.ts';
import { printerWords } from '../words/printer-words.ts';
import { ProfileProblems } from './profile-problems.tsx';

const words = printerWords.model;
const path = 'printer.model';

/** Which printer it is: the profiles that come with the program, and those of the data folder. */
export function PrinterModel(): ReactElement {
  const { get, set } = useDraft();
  const { answer: own = [], reload } = useAnswer('printer-profiles', {});
  const [fetching, setFetching] = useState(false);
  const chosen = own.find(({ name }) => name === get(path));
  return (
    <>
      <ChoiceField
        path={path}
        label={words.label}
        hint={words.hint}
        standard="generic-80mm"
        options={optionsOf(own)}
      />
      {chosen === undefined ? null : <OwnProfile profile={chosen} />}
      <Actions>
        <Button testId="printer-profile-from-drive" icon={HardDrive} onPress={() => setFetching(true)}>
          {words.fromDrive}
        </Button>
      </Actions>
      {fetching ? (
        <FileDialog
          purpose="printer-profile"
          onClose={() => setFetching(false)}
          onPicked={(file) => {
            setFetching(false);
            if (file.outcome !== 'printer-profile') return;
            set(path, file.value);
            reload();
          }}
        />
      ) : null}
    </>
  );
}

/** How far the chosen profile was tried, or why it cannot be used. */
function OwnProfile({ profile }: { readonly profile: PrinterProfileChoice }): ReactElement {
  const { problems, verified } = profile;
  if (problems.length > 0) return <ProfileProblems title={words.unfit} problems={problems} />;
  return <Notice tone="info">{verified}</Notice>;
}

/** Own profiles come last; one with a built-in's name takes its place. */
function optionsOf(own: readonly PrinterProfileChoice[]): readonly Option[] {
  const names = new Set(own.map(({ name }) => name));
  return [
    ...printerModelWords.filter(({ value }) => !names.has(value)),
    ...own.map(({ name, title }) => ({ value: name, label: title, hint: words.own })),
  ];
}
