import type { CalendarDate } from './calendar-date.ts';
import type { Attachment } from './erp-action.ts';
import type { Cents } from './money.ts';
import type { GeoPoint, PostalAddress } from './postal-address.ts';

/** Somebody who may subscribe later, or lives where there is no coverage. */
export interface NewLead {
  readonly name: string;
  readonly document?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: PostalAddress;
  readonly location?: GeoPoint;
  /** What is known of the coverage there, as JSON text. */
  readonly coverage?: string;
  readonly resellerName?: string;
  readonly resellerId?: string;
  readonly extraData?: string;
}

/** Somebody who subscribes. */
export interface NewProspect {
  readonly name: string;
  /** Legal name, companies only. */
  readonly companyName?: string;
  readonly personKind: 'natural' | 'legal';
  readonly document: string;
  /** Identity card, or state registration of a company. */
  readonly identity?: string;
  readonly birthDate?: CalendarDate;
  readonly resellerId?: string;
  readonly originId?: string;
  readonly dueDateId?: string;
  readonly installation: PostalAddress;
  /** Left out: the same as the installation's. */
  readonly billing?: PostalAddress;
  readonly location?: GeoPoint;
  readonly phone?: string;
  readonly mobile?: string;
  readonly whatsapp?: string;
  readonly email?: string;
  readonly remarks?: string;
  readonly productIds: readonly string[];
  readonly attachments: readonly Attachment[];
}

/** What may be changed of a prospect while its subscription advances. */
export interface ProspectChange {
  readonly prospectId: string;
  readonly statusId?: string;
  readonly resellerId?: string;
  readonly remarks?: string;
}

/** How far a prospect has come, in the ERP's words. */
export interface ProspectProgress {
  readonly status: string;
  /** Why it was cancelled or rejected. */
  readonly reason?: string;
}

/** A file for a prospect that exists. */
export interface ProspectFile {
  readonly prospectId: string;
  readonly file: Attachment;
}

/** An order, of somebody new or of a customer. */
export interface NewOrder {
  /** Made here; also the key that makes repeats recognisable. */
  readonly id: string;
  readonly prospect: NewProspect;
  readonly items: readonly OrderItem[];
  /** Text for the ERP's remarks. */
  readonly message: string;
}

export interface OrderItem {
  readonly productId: string;
  readonly quantity: number;
  /** As the ERP listed it; absent where it named none. */
  readonly priceCents?: Cents;
}
