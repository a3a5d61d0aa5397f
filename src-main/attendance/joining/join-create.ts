import type { CreatedRecord } from '../../domain/erp-action.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { JoinRequest } from './join-desk.ts';
import type { JoinErp } from './join-erp.ts';
import type { Registration } from './join-form.ts';
import { customerOrderOf, leadOf, orderOf, prospectOf } from './join-request.ts';

/** Makes at the ERP what a form asks for. @param id made here, by which the ERP recognises a repeat */
export async function create(
  { id: erp, gateway }: JoinErp,
  { draft, form, known }: JoinRequest,
  kind: Registration,
  id: string,
  remarks: string,
): Promise<Result<CreatedRecord, RemoteFailure>> {
  if (known) {
    const { customer, document } = known;
    const [phone] = customer.phones;
    const who = {
      name: customer.name,
      document,
      ...(phone !== undefined && { phone }),
      ...(customer.email !== undefined && { email: customer.email }),
    };
    const order = customerOrderOf(draft, form, id, remarks, who);
    return gateway.createOrderForCustomer(order, { document, erpId: customer.erpIds.get(erp) ?? '' });
  }
  switch (kind) {
    case 'lead':
      return gateway.createLead(leadOf(draft, form, remarks), id);
    case 'prospect':
      return gateway.createProspect(prospectOf(draft, form, remarks), id);
    case 'order':
      return gateway.createOrder(orderOf(draft, form, id, remarks));
  }
}
