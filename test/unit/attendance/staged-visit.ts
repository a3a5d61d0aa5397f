import { Attendance } from '../../../src-main/attendance/attendance.ts';
import type { VisitParts, VisitRules } from '../../../src-main/attendance/visit-parts.ts';
import type { Intent } from '../../../src-main/contract/intent.ts';
import type { Brand, Screen, ScreenName, View } from '../../../src-main/contract/screen.ts';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { ErpGroup } from '../../../src-main/erp/erp-group.ts';
import type { Log } from '../../../src-main/logging/log.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { FakeBoletos } from './fake-boletos.ts';
import { FakeHelp, FakeMessages } from './fake-messages.ts';
import { FakeDiary, FakeDirectory, FakePaper, FakePayments, FakeReceipts } from './fake-parts.ts';
import { FakeVoice } from './fake-voice.ts';
import { joao, maria, type Person } from './people.ts';

const brand: Brand = {
  companyName: 'Rede Horizonte',
  colors: { primary: '#000', onPrimary: '#fff', primaryPressed: '#000', tint: '#fff', text: '#000' },
};

export const rules: VisitRules = {
  secondFactor: 'none',
  idleMs: 45_000,
  idleWarningMs: 15_000,
  thanksMs: 8_000,
  blockMs: 900_000,
  timeZone: 'America/Sao_Paulo',
  hours: [],
  payWithoutPaper: true,
  offer: { pix: true, slip: true, several: true, boleto: true },
};

/** The real group over fake ERPs; each is named in the settings by its company in small letters. */
export function groupOf(erps: Readonly<Record<string, FakeDirectory>>, log: Log): ErpGroup {
  const members = Object.entries(erps).map(([companyName, gateway]) => ({
    id: companyName === 'Rede Horizonte' ? 'principal' : companyName.toLowerCase().replace(' ', '-'),
    companyName,
    gateway,
    isDown: () => gateway.down,
  }));
  return new ErpGroup(members, log);
}

/** What is said by a touch alone. */
type PlainIntent = {
  [Type in Intent['type']]: keyof Extract<Intent, { type: Type }> extends 'type' ? Type : never;
}[Intent['type']];

/** The attendance with everything around it played by fakes, touched as a customer touches it. */
export class StagedVisit {
  readonly clock = new ManualClock();
  readonly directory = new FakeDirectory();
  readonly payments = new FakePayments();
  readonly paper = new FakePaper();
  readonly receipts = new FakeReceipts(this.paper);
  readonly boletos = new FakeBoletos(this.paper);
  readonly diary = new FakeDiary();
  readonly messages = new FakeMessages();
  readonly help = new FakeHelp();
  readonly log = new RecordingLog();
  readonly voice = new FakeVoice();
  /** Every view that was drawn. */
  readonly views: View[] = [];
  readonly attendance: Attendance;

  /** `others`: further ERPs beside the usual one, by their company; `further`: what not every kiosk has. */
  constructor(
    changes: Partial<VisitRules> = {},
    others: Readonly<Record<string, FakeDirectory>> = {},
    further: Partial<VisitParts> = {},
  ) {
    const { clock, directory, payments, paper, receipts, boletos, diary, messages, help, log } = this;
    directory.know(maria, joao);
    for (const { document, pastReceipts } of [maria, joao]) receipts.past.set(document, pastReceipts);
    this.attendance = new Attendance({
      parts: {
        directory: groupOf({ 'Rede Horizonte': directory, ...others }, log),
        payments,
        paper,
        receipts,
        boletos,
        diary,
        messages,
        help,
        clock,
        log,
        rules: { ...rules, ...changes },
        ...further,
      },
      brand,
      drawQr: (text) => ({ size: 21, path: text }),
      display: {
        language: 'pt-BR',
        languages: ['pt-BR', 'en', 'es'],
        modes: ['large-type', 'high-contrast', 'low-reach'],
      },
      voice: this.voice,
    });
    payments.onChange = (charge) => this.attendance.tell({ type: 'charge-changed', charge });
    paper.onChange = (jobId, progress) => this.attendance.tell({ type: 'print-changed', jobId, progress });
    this.attendance.onView((view) => this.views.push(view));
    this.attendance.start();
  }

  view(): View {
    return this.attendance.view();
  }

  screen(): Screen {
    return this.view().screen;
  }

  /** The screen, which must be the named one. */
  seeing<Name extends ScreenName>(name: Name): Extract<Screen, { name: Name }> {
    const screen = this.screen();
    if (!isNamed(screen, name)) throw new Error(`expected ${name}, not ${JSON.stringify(screen)}`);
    return screen;
  }

  /** A touch on the screen that is there, and whatever follows at once. */
  async touch(type: PlainIntent): Promise<void> {
    await this.send({ type } as Intent);
  }

  async send(intent: Intent, screenKey = this.view().screenKey): Promise<void> {
    this.attendance.handle({ screenKey, intent });
    await this.clock.advance(0);
  }

  async type(text: string): Promise<void> {
    for (const key of text) await this.send({ type: 'key', key });
  }

  /** From the attract screen to what follows the document. */
  async identify(person: Pick<Person, 'document'>): Promise<void> {
    await this.touch('start');
    await this.type(person.document);
    await this.touch('submit');
  }

  /** From the attract screen to an invoice of somebody without contracts. */
  async openInvoice(person = maria, invoiceId = person.invoices[0]?.id ?? ''): Promise<void> {
    await this.identify(person);
    await this.send({ type: 'choose-invoice', invoiceId });
  }

  /** From the attract screen to the QR. */
  async showQr(person = maria): Promise<Charge> {
    await this.openInvoice(person);
    await this.touch('pay-pix');
    this.seeing('pix');
    return this.charge();
  }

  /** From the attract screen to a slip on its way to the printer; the job's id. */
  async printSlip(): Promise<string> {
    await this.openInvoice();
    await this.touch('print-slip');
    this.seeing('printing-slip');
    return `job-${this.paper.requests.length}`;
  }

  /** The charge that was made last. */
  charge(): Charge {
    const charge = [...this.payments.charges.values()].at(-1);
    if (!charge) throw new Error('no charge was made');
    return charge;
  }

  /** All that the page has of the view, as text. */
  drawn(): string {
    return JSON.stringify(this.view());
  }
}

function isNamed<Name extends ScreenName>(
  screen: Screen,
  name: Name,
): screen is Extract<Screen, { name: Name }> {
  return screen.name === name;
}
