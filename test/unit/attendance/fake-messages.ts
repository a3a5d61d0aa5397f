import type { HelpDesk } from '../../../src-main/attendance/help-desk.ts';
import type { MessageDesk, PhoneOwner } from '../../../src-main/attendance/messages/message-desk.ts';
import { mobilesOf } from '../../../src-main/attendance/messages/phone-sources.ts';
import {
  type MessageBook,
  type MessageOrder,
  type MessageRefusal,
  messageContents,
} from '../../../src-main/domain/message.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { Counter } from './fake-parts.ts';

/** Messages to customers' phones, kept in memory; the numbers are those of the customer's record. */
export class FakeMessages extends Counter implements MessageDesk {
  /** What is offered; nothing, unless the test says otherwise. */
  contents: MessageBook['contents'] = [];
  readonly orders: MessageOrder[] = [];
  refusal: MessageRefusal | undefined;
  /** Set to make the disk refuse. */
  defect: Error | undefined;
  phonesDefect: Error | undefined;
  readonly searches: string[] = [];

  offerAll(): void {
    this.contents = messageContents;
  }

  get book(): MessageBook {
    return { contents: this.contents, ask: (order) => this.#ask(order) };
  }

  async findPhones({ visitId, customer }: PhoneOwner): Promise<readonly string[]> {
    this.searches.push(visitId);
    if (this.phonesDefect) throw this.phonesDefect;
    await this.wait();
    return mobilesOf(customer.phones);
  }

  companyOf(erp: string): string {
    return erp === 'principal' ? 'Rede Horizonte' : erp;
  }

  #ask(order: MessageOrder): ReturnType<MessageBook['ask']> {
    if (this.defect) throw this.defect;
    if (this.refusal) return failure(this.refusal);
    const same = this.orders.findIndex((each) => idOf(each) === idOf(order));
    if (same === -1) this.orders.push(order);
    return success({ messageId: `message-${same === -1 ? this.orders.length : same + 1}` });
  }
}

/** As the real book: the same content of the same thing to the same phone is one message. */
function idOf({ visitId, content, facts, chargeId, phone }: MessageOrder): string {
  return [visitId, content, chargeId ?? facts.invoiceId, phone].join(' ');
}

/** A telephone system that may know who stands there. */
export class FakeHelp implements HelpDesk {
  name: string | undefined;

  findCaller(): { readonly name: string } | undefined {
    return this.name === undefined ? undefined : { name: this.name };
  }
}
