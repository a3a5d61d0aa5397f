import type { ErpBBehaviour } from './behaviour.ts';
import type { ErpBBooks } from './books.ts';
import { boletoPdf, type ErpBCall } from './call.ts';
import { fiscalNotesB } from './catalogue.ts';
import type { ErpBWire } from './wire.ts';

/** What concerns one customer besides invoices: contacts, pending texts, and the eight functions without fields. */
export function customerFunctions(books: ErpBBooks, wire: ErpBWire, behaviour: () => ErpBBehaviour) {
  const servicesOf = ({ customer }: ErpBCall, wanted: (situation: string) => boolean) =>
    wire.list(
      books.services
        .filter(({ customerId, situation }) => customerId === customer?.id && wanted(situation))
        .map((service) => wire.service(service)),
    );
  const unlock = (customerId: string, serviceId: string): string => {
    const how = behaviour().unlock;
    if (how === 'refused') return 'Recusado';
    const status = how === 'vague' ? '' : books.unlock(customerId, serviceId);
    return how === 'done' ? status : 'Solicitação registrada';
  };
  return {
    get_customer: ({ customer }: ErpBCall) =>
      customer ? wire.answer(wire.customer(customer)) : wire.nothing({}),
    get_contacts: ({ customer }: ErpBCall) => {
      const { email, phone } = customer ?? {};
      return wire.list([
        ...(email === undefined ? [] : [{ type: 'email', value: email }]),
        ...(phone === undefined ? [] : [{ type: 'phone', value: phone }]),
      ]);
    },
    get_pending_messages: ({ customer }: ErpBCall) => wire.list(customer?.pendingMessages ?? []),
    list_fiscal_notes: ({ customer }: ErpBCall) =>
      wire.list(
        fiscalNotesB
          .filter(({ customerId }) => customerId === customer?.id)
          .map((note) => wire.fiscalNote(note)),
      ),
    get_fiscal_note_pdf: (call: ErpBCall) =>
      fiscalNotesB.some(({ id }) => id === call.text('id_nota'))
        ? wire.answer({ base_64: Buffer.from(boletoPdf).toString('base64') })
        : wire.nothing({ base_64: '' }),
    list_services: (call: ErpBCall) => servicesOf(call, () => true),
    list_blocked_services: (call: ErpBCall) => servicesOf(call, (situation) => situation !== 'Ativo'),
    trust_unlock: (call: ErpBCall) =>
      wire.answer({ status: unlock(call.customer?.id ?? '', call.text('id_servico')) }),
    create_ticket: () =>
      wire.answer({
        [behaviour().ticketIdName === 'printed' ? 'id_atendiemnto' : 'id_atendimento']: '76001',
        obs: '',
      }),
    update_customer: ({ customer, text }: ErpBCall) => {
      const email = text('email');
      const phone = text('telefone_celular') || text('whatsapp') || text('fone');
      if (customer) books.changeContact(customer.id, { ...(email && { email }), ...(phone && { phone }) });
      return wire.answer({ status: customer ? 'Cliente atualizado' : 'Recusado' });
    },
  };
}
