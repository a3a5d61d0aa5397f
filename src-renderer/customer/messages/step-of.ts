import type { MessageContent } from '../../../src-main/contract/screen.ts';
import type { Step } from '../../ui/progress.tsx';

/** How far the customer is: a receipt is sent when all is paid. */
export function stepOf(content: MessageContent): Step {
  return content === 'receipt' ? 'finish' : 'pay';
}
