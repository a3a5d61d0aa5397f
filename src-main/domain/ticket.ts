import type { CustomerKey } from './customer.ts';
import type { Attachment } from './erp-action.ts';

/** A request for service (*chamado, atendimento*). */
export interface NewTicket {
  readonly customer: CustomerKey;
  readonly serviceId?: string;
  readonly typeId?: string;
  readonly departmentId?: string;
  readonly employeeId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly subject: string;
  readonly message: string;
  readonly attachments: readonly Attachment[];
}
