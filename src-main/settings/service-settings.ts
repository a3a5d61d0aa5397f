import * as z from 'zod';

/** What the company offers besides paying. Each also needs its operations in the ERP's profile. */
export const serviceSettings = z
  .strictObject({
    secondCopies: offered(
      'Second copies: fiscal notes, the financial statement and the yearly clearance certificates.',
    ),
    services: offered("See one's services with address, plan and state; what is owed for a blocked one."),
    trustUnlock: offered(
      'Have a blocked service enabled for some days on trust, under the terms of visit.trustUnlock; needs services.',
    ),
    tickets: offered('Open a ticket with the company.'),
    myData: offered("See one's contact data, masked, and change it."),
    join: offered('Become a customer: coverage, product, registration.'),
    orders: offered('A customer may order another product or an upgrade.'),
    callAttendant: offered('Call an attendant from any screen of a visit.'),
    messages: offered('Have a boleto line, a PIX code or a receipt sent by WhatsApp.'),
  })
  .prefault({})
  .describe('What customers may do besides paying. With any of it a visit begins at a menu.');

function offered(what: string) {
  return z.boolean().default(false).describe(what);
}
