import * as z from 'zod';
import { a4PrinterSettings } from './a4-printer-settings.ts';
import { chatSettings } from './chat-settings.ts';
import { crmSettings } from './crm-settings.ts';
import { displaySettings } from './display-settings.ts';
import { erpsSettings } from './erp-settings.ts';
import { gatewaySettings } from './gateway-settings.ts';
import { openingHours } from './hours-settings.ts';
import { joinSettings } from './join-settings.ts';
import { pixSettings } from './pix-settings.ts';
import { seniorCrmSettings } from './senior-crm-settings.ts';
import { serviceSettings } from './service-settings.ts';
import {
  DEFAULT_TIME_ZONE,
  lineOfText,
  shortId,
  taxDocument,
  timeZone,
  unlessBlank,
  wholeNumber,
} from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';
import { myDataSettings, ticketSettings } from './ticket-settings.ts';
import { trustUnlockSettings } from './trust-unlock-settings.ts';
import { webhooksSettings } from './webhook-settings.ts';

/** Version of the file's shape that this program reads. */
export const SETTINGS_VERSION = 1;

/** Any other number is accepted by the serial driver too, which then runs the line at speed 0 without a word. */
const BAUD_RATES = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200] as const;

const terminal = z.strictObject({
  id: shortId().describe(
    'Name of this terminal on receipts and in events, e.g. T01. Different on every kiosk.',
  ),
  companyName: lineOfText(60).describe('Company name, on screen and as beneficiary on the boleto slip.'),
  companyDocument: taxDocument().describe('CNPJ (or CPF) of the beneficiary, with or without mask.'),
  companyAddress: lineOfText(160).describe("Beneficiary's address on the boleto slip, in one line."),
  supportPhone: z
    .exactOptional(lineOfText(40))
    .describe('Telephone that screens and receipts give for help, as it shall be read.'),
  agentEmail: z
    .exactOptional(
      z.email({ error: unlessBlank('não é um e-mail: por exemplo, totem@empresa.com.br') }).max(80),
    )
    .describe(
      "E-mail of this terminal's agent in other systems: Salesforce's user with it owns the Cases and makes the terminal's comments. Left out: the user that signs in.",
    ),
  brandColor: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, 'use “#” e seis dígitos hexadecimais, por exemplo #0b6e4f')
    .default('#0b6e4f')
    .describe('The brand colour as #rrggbb; every other brand colour is derived from it with contrast kept.'),
  logo: z
    .exactOptional(lineOfText(200))
    .describe(
      'Logo file, PNG or SVG up to 256 kB, as a path inside the data folder. Without it the name stands.',
    ),
  timeZone: timeZone()
    .default(DEFAULT_TIME_ZONE)
    .describe('IANA time zone that decides which day "today" is, and the times on paper.'),
  hours: z
    .exactOptional(openingHours)
    .describe('When customers are attended; left out: always. A visit in hand goes on.'),
});

const serial = z
  .strictObject({
    path: z
      .string()
      .trim()
      .regex(
        /^(?:\/\S+|(?:\\\\\.\\)?COM\d{1,3})$/,
        'use o caminho da porta, por exemplo /dev/ttyUSB0 ou COM3',
      )
      .describe('Serial port, e.g. /dev/ttyUSB0 or COM3.'),
    baudRate: z
      .literal([...BAUD_RATES])
      .default(9600)
      .describe('Speed of the serial port, as set on the printer.'),
    flowControl: z
      .enum(['none', 'rtscts', 'xonxoff'])
      .default('none')
      .describe(
        'Flow control, as set on the printer. rtscts needs the wire from DTR to CTS; xonxoff is refused for models whose answers may hold its two bytes.',
      ),
  })
  .describe('A printer on a serial port, or on USB that the system shows as one.');

const tcp = z
  .strictObject({
    host: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/, 'use o IP ou o nome da impressora na rede')
      .describe('IP address or name of the printer.'),
    port: wholeNumber(1, 65_535).default(9100).describe('TCP port.'),
  })
  .describe('A printer on the network.');

const printer = z
  .strictObject({
    model: shortId()
      .default('generic-80mm')
      .describe(
        "The printer's profile (what it can do, and the width of its paper): name of a built-in one, or of a file in printers of the data folder.",
      ),
    logo: z
      .boolean()
      .default(false)
      .describe(
        "Print the company's logo (a PNG) at the head of its papers, up to half as wide as the paper. Off: it makes a slip up to half longer on the wire, a second or two at 9600 baud.",
      ),
    copies: z
      .enum(['customer', 'customer-and-company'])
      .default('customer')
      .describe('For whom receipts are printed; one that is printed again is for the customer only.'),
    serial: z.exactOptional(serial),
    tcp: z.exactOptional(tcp),
  })
  .superRefine(checkPlace)
  .describe('Receipt printer, either serial or tcp. Left out: the kiosk offers no paper.');

function checkPlace(place: { serial?: unknown; tcp?: unknown }, context: z.RefinementCtx): void {
  if (!place.serial && !place.tcp) reportIssue(context, ['serial', 'path'], 'falta preencher');
  if (place.serial && place.tcp) reportIssue(context, ['tcp', 'host'], 'tire um dos dois: serial ou tcp');
}

const visit = z
  .strictObject({
    secondFactor: z
      .enum(['none', 'birth-date', 'phone-last-digits'])
      .default('none')
      .describe(
        'What is asked after the document, before anything of the customer is shown; the other one of a customer whose answer the ERP does not know. With none, whoever knows a CPF sees what visit.services offers, addresses and fiscal notes too.',
      ),
    idleSeconds: wholeNumber(2, 600).default(45).describe('Seconds without a touch until the warning.'),
    idleWarningSeconds: wholeNumber(2, 120)
      .default(15)
      .describe('Seconds that the warning counts down before the visit ends.'),
    thanksSeconds: wholeNumber(1, 60).default(8).describe('Seconds of the thanks screen.'),
    blockMinutes: wholeNumber(1, 1440)
      .default(15)
      .describe('Minutes that a document is blocked after three wrong second factors.'),
    payWithoutPaper: z
      .boolean()
      .default(true)
      .describe(
        'Take PIX also while no receipt can be printed, for want of a printer or of paper; the customer is told before.',
      ),
    serviceReturnHours: wholeNumber(0, 168)
      .default(24)
      .describe(
        'Hours within which a suspended service is back once its invoice is paid, as the customer is told after paying; asked of ERPs whose profile has services. 0: nothing is said.',
      ),
    receiptCopyDays: wholeNumber(0, 365)
      .default(30)
      .describe(
        'Days after a payment here during which its customer may print the receipt again, after the same questions. 0: never.',
      ),
    offer: z
      .strictObject({
        pix: z.boolean().default(true).describe('Pay an invoice by PIX.'),
        slip: z.boolean().default(true).describe('Print the boleto of an invoice.'),
        several: z
          .boolean()
          .default(true)
          .describe(
            "Pay several invoices of one company in one PIX: one charge, and one write-off for each. Not where only the ERP's own PIX or a static account collects.",
          ),
        boleto: z
          .boolean()
          .default(true)
          .describe(
            "See the whole boleto on the screen, with the payer's name, and print it where there is an A4 printer.",
          ),
      })
      .prefault({})
      .describe('What a customer may do with an invoice here.'),
    services: serviceSettings,
    trustUnlock: trustUnlockSettings,
    tickets: ticketSettings,
    myData: myDataSettings,
    join: joinSettings,
  })
  .prefault({})
  .describe("A customer's visit.");

const relay = z
  .strictObject({
    chat: z.exactOptional(chatSettings),
    crm: z.exactOptional(crmSettings),
    seniorCrm: z.exactOptional(seniorCrmSettings),
    webhooks: webhooksSettings,
  })
  .prefault({})
  .describe('Other systems that are told what happened.');

const privacy = z
  .strictObject({
    personalDataDays: wholeNumber(1, 3650)
      .default(90)
      .describe(
        'Days after which the kiosk forgets who a finished visit was of: document, name, telephone, e-mail and events. Amounts and ids stay. What still waits for money or for a person is kept until it is done.',
      ),
  })
  .prefault({})
  .describe('How long the kiosk remembers persons.');

/** Everything that the kiosk reads from `settings.json`. Unknown keys are errors: they are misspelt ones. */
export const settingsSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()).describe('For editors only: where this schema is.'),
    version: z.literal(SETTINGS_VERSION).describe('Version of the shape of this file.'),
    terminal: terminal.describe('This kiosk and its company.'),
    erps: erpsSettings,
    pix: pixSettings,
    printer: z.exactOptional(printer),
    a4Printer: z.exactOptional(a4PrinterSettings),
    visit,
    display: displaySettings,
    relay,
    gateway: z.exactOptional(gatewaySettings),
    privacy,
  })
  .superRefine(checkErpAccounts)
  .superRefine(checkReceiptCopies)
  .superRefine(checkCaseLinks);

/** A receipt can only be printed again while it is known whose it is. */
function checkReceiptCopies(
  { visit: { receiptCopyDays }, privacy: { personalDataDays } }: CopyTimes,
  context: z.RefinementCtx,
): void {
  if (receiptCopyDays <= personalDataDays) return;
  reportIssue(
    context,
    ['visit', 'receiptCopyDays'],
    `os dados do cliente são apagados depois de ${personalDataDays} dias: use no máximo esse número`,
  );
}

/** A link that leads nowhere helps nobody. */
function checkCaseLinks({ relay, gateway }: CaseLinks, context: z.RefinementCtx): void {
  if (relay.crm?.linkFiles !== true || gateway?.publicUrl !== undefined) return;
  reportIssue(context, ['relay', 'crm', 'linkFiles'], 'precisa do gateway local com endereço público');
}

interface CaseLinks {
  readonly relay: { readonly crm?: { readonly linkFiles: boolean } };
  readonly gateway?: { readonly publicUrl?: string };
}

interface CopyTimes {
  readonly visit: { readonly receiptCopyDays: number };
  readonly privacy: { readonly personalDataDays: number };
}

interface ErpAccounts {
  readonly erps: readonly {
    readonly pix?: {
      readonly defaultAccount: string;
      readonly accountByIdentifier: Readonly<Record<string, string>>;
    };
  }[];
  readonly pix: { readonly accounts: readonly { readonly id: string }[] };
}

/** Every account that an ERP names exists; and each of several ERPs names its own. */
function checkErpAccounts({ erps, pix }: ErpAccounts, context: z.RefinementCtx): void {
  const ids = new Set(pix.accounts.map(({ id }) => id));
  const unknown = 'não há conta com este id entre as contas PIX';
  erps.forEach((erp, index) => {
    if (erp.pix === undefined) {
      const needed = erps.length > 1 && ids.size > 0;
      if (needed)
        reportIssue(
          context,
          ['erps', index, 'pix', 'defaultAccount'],
          'falta: diga em que conta entra o PIX deste ERP',
        );
      return;
    }
    const place = ['erps', index, 'pix'];
    if (!ids.has(erp.pix.defaultAccount)) reportIssue(context, [...place, 'defaultAccount'], unknown);
    for (const [identifier, id] of Object.entries(erp.pix.accountByIdentifier)) {
      if (!ids.has(id)) reportIssue(context, [...place, 'accountByIdentifier', identifier], unknown);
    }
  });
}

/** The settings after defaults. */
export type Settings = z.output<typeof settingsSchema>;
