import { MessageCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../src-main/contract/screen.ts';
import { Button } from '../../ui/button.tsx';

interface ReceiveMessageProps {
  readonly content: MessageContent;
  readonly hint?: string;
}

/** "Receber no WhatsApp", where what the screen is about can be sent. */
export function ReceiveMessage({ content, hint }: ReceiveMessageProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      intent={{ type: 'receive-message' }}
      testId="action-receive-message"
      look="secondary"
      icon={MessageCircle}
      {...(hint !== undefined && { hint })}
    >
      {t(`message.receive.${content}`)}
    </Button>
  );
}
