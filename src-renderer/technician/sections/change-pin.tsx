import { KeyRound } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { PinOutcome } from '../../../src-main/contract/technician.ts';
import { tellWait } from '../door/use-wait.ts';
import { Button } from '../kit/button.tsx';
import { FieldFrame } from '../kit/field-frame.tsx';
import { Actions, Columns, Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useCall } from '../kit/use-call.ts';
import { areaWords } from '../words/area-words.ts';
import { securityWords } from '../words/security-words.ts';

const words = securityWords.pin;

const nothing = { current: '', next: '', repeat: '' };

/** Another PIN for the area, by whoever knows the one of now. */
export function ChangePin(): ReactElement {
  const call = useCall();
  const [pins, setPins] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ readonly good: boolean; readonly text: string }>();
  const change = async (): Promise<void> => {
    if (pins.next !== pins.repeat) {
      setTold({ good: false, text: words.different });
      return;
    }
    setBusy(true);
    const reply = await call('change-pin', { current: pins.current, pin: pins.next });
    setBusy(false);
    const good = reply.ok && reply.answer.outcome === 'open';
    setTold({ good, text: reply.ok ? tell(reply.answer) : words.failed });
    if (good) setPins(nothing);
  };
  return (
    <Group title={words.title} text={words.text}>
      <Columns>
        {(['current', 'next', 'repeat'] as const).map((name) => (
          <FieldFrame key={name} path={`pin.${name}`} label={words[name]}>
            {(control) => (
              <TextInput
                {...control}
                hidden
                keyboard="digits"
                maxLength={12}
                value={pins[name]}
                onValue={(text) => setPins({ ...pins, [name]: text.replace(/\D/g, '') })}
              />
            )}
          </FieldFrame>
        ))}
      </Columns>
      <Actions>
        <Button
          testId="action-change-pin"
          icon={KeyRound}
          busy={busy}
          inactive={Object.values(pins).includes('')}
          onPress={() => void change()}
        >
          {words.change}
        </Button>
      </Actions>
      {told === undefined ? null : (
        <Notice tone={told.good ? 'good' : 'bad'} testId="change-pin-outcome">
          {told.text}
        </Notice>
      )}
    </Group>
  );
}

function tell(outcome: PinOutcome): string {
  switch (outcome.outcome) {
    case 'open':
      return words.changed;
    case 'wrong':
      return outcome.waitMs > 0
        ? `${words.wrong(outcome.triesLeft)} ${areaWords.door.wait(tellWait(outcome.waitMs))}`
        : words.wrong(outcome.triesLeft);
    case 'wait':
      return words.wait(tellWait(outcome.waitMs));
    case 'unfit':
      return areaWords.door.unfit[outcome.reason];
  }
}
