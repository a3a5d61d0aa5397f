import type { ReactElement } from 'react';
import { relayWords } from '../words/relay-words.ts';
import { ChatFields } from './chat-fields.tsx';
import { CrmFields } from './crm-fields.tsx';
import { GatewayFields } from './gateway-fields.tsx';
import styles from './sections.module.css';
import { SeniorFields } from './senior-fields.tsx';
import { WebhookList } from './webhook-list.tsx';

/** Other systems that are told what happened. */
export function RelaySection(): ReactElement {
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{relayWords.intro}</p>
      <ChatFields />
      <CrmFields />
      <SeniorFields />
      <WebhookList />
      <GatewayFields />
    </div>
  );
}
