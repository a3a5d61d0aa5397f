import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { SlipInput } from '../documents/slip.ts';
import type { PdfLogo } from './sheet.ts';

/**
 * What the boleto on A4 says: all of the slip, and whatever else is known of it. A field that is not known stays blank,
 * as FEBRABAN allows for all of these.
 */
export interface BoletoPdf extends SlipInput {
  /** The company's logo. One that cannot be drawn is left out. */
  readonly logo?: PdfLogo;
  readonly payerAddress?: string;
  /** The document's own date (*data do documento*). */
  readonly issueDate?: CalendarDate;
  /** *Data do processamento*; the day on which this is made when absent. */
  readonly processedOn?: CalendarDate;
  /** *Nosso número*, as the bank writes it. */
  readonly ourNumber?: string;
  /** *Carteira*. */
  readonly wallet?: string;
  /** *Agência/código do beneficiário*. */
  readonly agencyAndAccount?: string;
  /** *Espécie do documento*, e.g. DM or DS. */
  readonly documentKind?: string;
  /** *Aceite*: S or N. N when absent. */
  readonly accepted?: string;
  /** *Local de pagamento*. */
  readonly paymentPlace?: string;
  /** *Instruções*, under the beneficiary's responsibility; line breaks are kept. */
  readonly instructions?: string;
}
