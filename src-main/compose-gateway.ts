import type { ListPapers } from './compose-case-papers.ts';
import type { Clock } from './domain/clock.ts';
import type { Contact, CustomerChange, CustomerKey } from './domain/customer.ts';
import type { KnownCustomer } from './domain/customer-account.ts';
import { failure, type Result, success } from './domain/result.ts';
import type { ConnectedErp } from './erp/connect-erp.ts';
import type { ErpGroup } from './erp/erp-group.ts';
import type { ContactBook, KnownContacts } from './gateway/customer-book.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import type { FindPaper } from './gateway/papers.ts';
import { openTrial, type TrialGateway, type TrialParts } from './gateway/trial.ts';
import { createVisitHistory, type VisitHistory } from './gateway/visit-history.ts';
import type { OpenProblem, ServerIdentity } from './gateway/wire/gateway-server.ts';
import type { Log } from './logging/log.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { Database } from './storage/database.ts';
import type { VisitRecords } from './storage/visit-records.ts';

type GatewaySettings = NonNullable<Settings['gateway']>;
type ReadFile = (name: string) => Promise<Result<Buffer, 'missing' | 'sealed-elsewhere'>>;

export interface GatewayCompositionParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly directory: ErpGroup;
  readonly erps: readonly ConnectedErp[];
  readonly readCertificateFile: ReadFile;
  readonly visits: Pick<VisitRecords, 'find'>;
  readonly listPapers: ListPapers;
  readonly clock: Clock;
  readonly log: Log;
}

/** The local gateway; undefined where the settings want none. */
export function createLocalGateway(parts: GatewayCompositionParts): Gateway | undefined {
  const { settings, directory, erps, clock, log } = parts;
  const { gateway: options, terminal } = settings;
  if (!options) return undefined;
  const visits = createVisitHistory(parts.database);
  return createGateway({
    options,
    readIdentity: () => readGatewayIdentity(options, parts.readCertificateFile),
    customers: directory,
    contacts: contactBook(erps),
    visits,
    findPaper: paperFinder(parts, visits),
    companyName: terminal.companyName,
    timeZone: terminal.timeZone,
    clock,
    log,
  });
}

/** Finds a paper of a visit among those that its Case would have. */
function paperFinder(
  { visits, listPapers }: Pick<GatewayCompositionParts, 'visits' | 'listPapers'>,
  history: VisitHistory,
): FindPaper {
  return async (visitId, title) => {
    const visit = visits.find(visitId);
    const papers = visit ? listPapers(visit, history.eventsOf(visitId)) : [];
    const paper = papers.find((each) => each.title === title);
    const pdf = await paper?.read();
    return paper && pdf && { fileName: paper.fileName, pdf };
  };
}

/** Opens the gateway of a draft of the settings for a moment. */
export async function openTrialGateway(
  options: GatewaySettings,
  readFile: ReadFile,
  parts: Pick<TrialParts, 'isOwnPort' | 'clock' | 'log'>,
): Promise<Result<TrialGateway, OpenProblem>> {
  return openTrial({ ...parts, options, identity: await readGatewayIdentity(options, readFile) });
}

/** Certificate and key that the settings name; undefined: they name none. */
async function readGatewayIdentity(
  { certificateFile, keyFile }: Pick<GatewaySettings, 'certificateFile' | 'keyFile'>,
  readFile: ReadFile,
): Promise<Result<ServerIdentity, OpenProblem> | undefined> {
  if (certificateFile === undefined || keyFile === undefined) return undefined;
  const [cert, key] = await Promise.all([readFile(certificateFile), readFile(keyFile)]);
  return cert.ok && key.ok ? success({ cert: cert.value, key: key.value }) : failure('identity');
}

/** Customers' contact data in each ERP that knows them. */
function contactBook(erps: readonly ConnectedErp[]): ContactBook {
  return {
    async contactsOf(document, customer) {
      const heard = await Promise.all(erps.map((erp) => contactsIn(erp, document, customer)));
      const known: KnownContacts[] = [];
      for (const contacts of heard) {
        if (contacts && !contacts.ok) return contacts;
        if (contacts) known.push(contacts.value);
      }
      return success(known);
    },
    async change({ erp: id, customerErpId }, document, change) {
      const erp = erps.find((each) => each.id === id);
      return erp ? outcomeOf(erp, { document, erpId: customerErpId }, change) : 'refused';
    },
  };
}

/** Undefined: this ERP does not know the customer. */
async function contactsIn({ id, gateway }: ConnectedErp, document: string, customer: KnownCustomer) {
  const erpId = customer.erpIds.get(id);
  if (erpId === undefined) return undefined;
  // What several ERPs told together does not say what each of them has.
  const record = customer.erpIds.size === 1 ? success(customer) : await gateway.getCustomer(document);
  if (!record.ok) return record;
  if (!record.value) return undefined;
  const further = gateway.offers('getContacts')
    ? await gateway.getContacts({ document, erpId })
    : success<readonly Contact[]>([]);
  if (!further.ok) return further;
  const of = (kind: Contact['kind']) =>
    further.value.filter((contact) => contact.kind === kind).map(({ value }) => value);
  const { email, phones } = record.value;
  return success<KnownContacts>({
    erp: id,
    customerErpId: erpId,
    changeable: gateway.offers('updateCustomer'),
    emails: [...(email === undefined ? [] : [email]), ...of('email')],
    phones: [...phones, ...of('phone')],
  });
}

async function outcomeOf({ gateway }: ConnectedErp, customer: CustomerKey, change: CustomerChange) {
  const { outcome } = await gateway.updateCustomer(customer, change);
  if (outcome === 'accepted' || outcome === 'already-settled') return 'done';
  return outcome === 'unknown' ? 'unclear' : 'refused';
}
