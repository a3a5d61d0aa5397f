import * as z from 'zod';
import { lineOfText } from './setting-fields.ts';

const USUAL_CONSENT =
  'Para registrar o seu pedido, a empresa guarda os dados que você informou: nome, CPF ou CNPJ, data de nascimento, contatos e endereço. Eles servem para analisar o pedido, instalar e cobrar o serviço e falar com você sobre ele. Você pode pedir para ver, corrigir ou apagar os seus dados quando quiser, nos nossos canais de atendimento (LGPD, Lei 13.709/2018).';

const USUAL_ORDER_TERMS =
  'O valor mostrado passa a ser cobrado nas suas faturas depois que a empresa confirmar o pedido com você. Multas, fidelidade e prazos são os do contrato que você vai receber. Se mudar de ideia antes da confirmação, é só avisar nos nossos canais de atendimento.';

const field = (what: string, usual: 'required' | 'optional') =>
  z.enum(['required', 'optional', 'hidden']).default(usual).describe(what);

/** How people become customers at this terminal, and order as customers: `visit.join`. */
export const joinSettings = z
  .strictObject({
    consentText: lineOfText(1000)
      .default(USUAL_CONSENT)
      .describe(
        'What somebody new agrees to before anything is sent (LGPD). Its version, the beginning of its SHA-256, is kept with each request and told to the ERP.',
      ),
    orderTerms: lineOfText(800)
      .default(USUAL_ORDER_TERMS)
      .describe(
        'What a customer agrees to who orders another product or plan; its version is kept likewise.',
      ),
    heldByPendingMessages: z
      .boolean()
      .default(true)
      .describe(
        'No order while the ERP has an internal pending text of the customer, or cannot say so: a person has to look first. The text is never shown.',
      ),
    fields: z
      .strictObject({
        birthDate: field('Birth date, of a person or whoever answers for a company.', 'required'),
        email: field('E-mail address.', 'optional'),
        complement: field('Rest of the address: flat, block.', 'optional'),
        landmark: field('Landmark near the installation.', 'optional'),
        origin: field('How they heard of the company, where the ERP lists origins.', 'optional'),
        reseller: field("Reseller's code, where the ERP lists resellers.", 'optional'),
      })
      .prefault({})
      .describe('Details that are asked, may be left out, or are not asked.'),
  })
  .prefault({})
  .describe('Becoming a customer and ordering, where visit.services.join and orders offer it.');

/** What registrations in one ERP are made of: `erps[].join`. */
export const erpJoinSettings = z
  .strictObject({
    creates: z
      .exactOptional(z.enum(['prospect', 'order', 'lead']))
      .describe(
        'What somebody new becomes; left out: the most that the profile has, a prospect before an order before a lead. Outside the coverage it is always a lead.',
      ),
    products: offered('Products that are offered'),
    cities: offered('Cities with coverage'),
    resellerId: fixedId('Reseller of everything that is made here, as id in the ERP; left out: asked.'),
    originId: fixedId(
      'Commercial origin of everything that is made here, as id in the ERP; left out: asked.',
    ),
  })
  .prefault({})
  .describe('Registrations and orders in this ERP.');

export type ErpJoinSettings = z.output<typeof erpJoinSettings>;

function offered(what: string) {
  return z
    .array(lineOfText(100))
    .max(500)
    .default([])
    .describe(`${what}, by id or by name as the ERP lists them; empty: all that it lists.`);
}

function fixedId(what: string) {
  return z.exactOptional(lineOfText(100)).describe(what);
}
