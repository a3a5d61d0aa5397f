import { describe, expect, it } from 'vitest';
import type { CustomerChange } from '../../../src-main/domain/customer.ts';
import type { KnownCustomer, OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { checkContact } from '../../../src-main/gateway/callbacks/check-contact.ts';
import { loadContact } from '../../../src-main/gateway/callbacks/load-contact.ts';
import { saveContact } from '../../../src-main/gateway/callbacks/save-contact.ts';
import { suggestReplies } from '../../../src-main/gateway/callbacks/suggest-replies.ts';
import type { ContactBook, CustomerBook, KnownContacts } from '../../../src-main/gateway/customer-book.ts';
import type { Who } from '../../../src-main/gateway/who.ts';
import { invoiceOf, maria } from '../attendance/people.ts';
import { RecordingLog } from '../printing/recording-log.ts';

const down = failure({ kind: 'not-sent', detail: 'down' } as const);
const byDocument: Who = { kind: 'customer', document: maria.document, by: 'document' };
const today = '2026-11-21';

function bookOf(
  customer: Partial<KnownCustomer> | undefined,
  invoices: readonly OpenInvoice[] = [],
): CustomerBook {
  const whole = customer && {
    erpId: '7',
    name: 'Maria  da Silva\nSouza',
    active: true,
    phones: [],
    erpIds: new Map([['principal', '7']]),
    unreadable: [],
    ...customer,
  };
  return {
    findCustomer: async () => success(whole),
    listOpenInvoices: async () => success({ invoices, unreadable: [] }),
  };
}

const deadBook: CustomerBook = { findCustomer: async () => down, listOpenInvoices: async () => down };

const known: KnownContacts = {
  erp: 'principal',
  customerErpId: '7',
  changeable: true,
  emails: ['maria@example.com'],
  phones: ['54987654321'],
};

function contactsOf(list: readonly KnownContacts[], outcome: 'done' | 'refused' | 'unclear' = 'done') {
  const changes: CustomerChange[] = [];
  const book: ContactBook = {
    contactsOf: async () => success(list),
    async change(_contacts, _document, change) {
      changes.push(change);
      return outcome;
    },
  };
  return { book, changes };
}

describe('OnLoadContact', () => {
  const load = (who: Who, customers: CustomerBook, list: readonly KnownContacts[] = [], link?: string) =>
    loadContact(who, { customers, contacts: contactsOf(list).book, panelAddress: () => link });

  it('answers what the ERP owns, in the names of the contract', async () => {
    const customers = bookOf({ email: 'maria@example.com', phones: ['5554987654321'] });
    expect(await load(byDocument, customers, [], 'https://g/panel?pass=x')).toEqual({
      Name: 'Maria da Silva Souza',
      Document: '529.982.247-25',
      Email: 'maria@example.com',
      Telefone: '(54) 98765-4321',
      InternalID: '7',
      UrlInfo: 'https://g/panel?pass=x',
    });
  });

  it('never answers an empty field: what is not known is left out', async () => {
    const erpIds = new Map([
      ['a', '7'],
      ['b', '8'],
    ]);
    const profile = await load(byDocument, bookOf({ name: '', email: '', erpIds }));
    expect(profile).toEqual({ Document: '529.982.247-25' });
  });

  it('asks for contacts that the record does not tell', async () => {
    expect(await load(byDocument, bookOf({}), [known])).toMatchObject({
      Email: 'maria@example.com',
      Telefone: '(54) 98765-4321',
    });
  });

  it('gives a telephone’s owner no name and document, which the platform would keep', async () => {
    const profile = await load(
      { ...byDocument, by: 'phone' },
      bookOf({ email: 'm@example.com' }),
      [],
      'https://g',
    );
    expect(profile).toEqual({ UrlInfo: 'https://g' });
  });

  it('changes nothing for nobody, and no more than the link for strangers and without an ERP', async () => {
    const UrlInfo = 'https://g';
    expect(await load({ kind: 'nobody', reason: 'no-document' }, bookOf({}), [], UrlInfo)).toEqual({});
    expect(await load(byDocument, bookOf(undefined), [], UrlInfo)).toEqual({ UrlInfo });
    expect(await load(byDocument, deadBook, [], UrlInfo)).toEqual({ UrlInfo });
    expect(await load(byDocument, deadBook)).toEqual({});
  });

  it('tells no id of one ERP while another that may know the customer keeps silent', async () => {
    const profile = await load(byDocument, bookOf({ unreadable: ['Vale Fibra'] }));
    expect(profile).not.toHaveProperty('InternalID');
  });
});

describe('OnBeforeSaveContact', () => {
  const check = (values: Record<string, string>) => checkContact(new Map(Object.entries(values)));

  it.each([
    {},
    { document: '529.982.247-25', email: 'maria@example.com', phone: '(54) 98765-4321' },
    { phone: '+1 (415) 555-0100' },
    { phone: '59899123456', jid: '59899123456@s.whatsapp.net' },
    { phone: '123456789012345', jid: '123456789012345@lid' },
    { numero: '1500' },
    { document: 'nonsense', isgroup: 'true' },
  ])('lets %o pass', (values) => expect(check(values as Record<string, string>)).toBe(true));

  it.each([
    [{ document: '529.982.247-26' }, 'CPF ou CNPJ'],
    [{ email: 'maria@' }, 'e-mail'],
    [{ phone: '98765-4321' }, 'telefone'],
    [{ phone: '+55 1234' }, 'telefone'],
    [{ phone: '59899123456', jid: '5554987654321@s.whatsapp.net' }, 'telefone'],
  ])('refuses %o and says why', (values, word) => {
    expect(check(values as Record<string, string>)).toEqual({
      result: false,
      message: expect.stringContaining(word) as string,
    });
  });
});

describe('OnSaveContact', () => {
  const save = (
    values: Record<string, string>,
    contacts: ContactBook,
    saves = { email: true, phone: true },
    customers = bookOf({}),
  ) => saveContact(new Map(Object.entries(values)), { customers, contacts, saves, log: new RecordingLog() });
  const other = { document: maria.document, email: 'Nova@Example.com', phone: '+55 (54) 91234-5678' };

  it('writes what is another one, and how Brazilian ERPs keep it', async () => {
    const { book, changes } = contactsOf([known]);
    expect(await save(other, book)).toBe(true);
    expect(changes).toEqual([{ email: 'nova@example.com', mobile: '54912345678' }]);
  });

  it('writes nothing that is the same, in whatever spelling', async () => {
    const { book, changes } = contactsOf([known]);
    expect(await save({ ...other, email: 'MARIA@example.com', phone: '5487654321' }, book)).toBe(true);
    expect(changes).toEqual([]);
  });

  it('writes only fields that a setting allows, only sound ones, and only with a document', async () => {
    const { book, changes } = contactsOf([known]);
    await save(other, book, { email: false, phone: false });
    await save({ ...other, document: '52998224726' }, book);
    await save({ email: other.email, jid: '5554912345678@s.whatsapp.net' }, book);
    await save({ ...other, isgroup: 'true' }, book);
    expect(changes).toEqual([]);
    await save({ ...other, phone: '1' }, book);
    await save(other, book, { email: false, phone: true });
    expect(changes).toEqual([{ email: 'nova@example.com' }, { mobile: '54912345678' }]);
  });

  it('leaves an ERP alone that takes no changes, and a stranger', async () => {
    const { book, changes } = contactsOf([{ ...known, changeable: false }]);
    expect(await save(other, book)).toBe(true);
    expect(await save(other, contactsOf([known]).book, undefined, bookOf(undefined))).toBe(true);
    expect(changes).toEqual([]);
  });

  it.each(['refused', 'unclear'] as const)('does not claim what was %s', async (outcome) => {
    const { book } = contactsOf([known], outcome);
    expect(await save(other, book)).toMatchObject({ result: false });
  });

  it('says that nothing was changed when the ERP could not be read', async () => {
    const { book, changes } = contactsOf([known]);
    const half = bookOf({ unreadable: ['Vale Fibra'] });
    for (const customers of [deadBook, half]) {
      expect(await save(other, book, undefined, customers)).toMatchObject({ result: false });
    }
    expect(changes).toEqual([]);
  });
});

describe('OnGetChatMessageSugestion', () => {
  const suggest = (invoices: readonly OpenInvoice[], who: Who = byDocument) =>
    suggestReplies(who, bookOf({}, invoices), today);

  it('offers for each invoice what it is, its line and its PIX, each alone', async () => {
    expect(await suggest([invoiceOf('1', { pixCode: '000201' })])).toEqual([
      [
        'Olá, Maria! Sua fatura (Mensalidade 1) de R$ 125,00 vence em 10/12/2026.',
        '00190.00009 02819.286014 50903.000170 3 13730000012500',
        '000201',
      ],
    ]);
  });

  it('sums several up first, and stops at three', async () => {
    const late = invoiceOf('1', {
      dueDate: '2026-11-01',
      dueCents: 13_000,
      slip: { sound: false, problem: 'absent' },
    });
    const rows = await suggest([late, invoiceOf('2', { dueDate: today }), invoiceOf('3'), invoiceOf('4')]);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual(['Olá, Maria! Há 4 faturas em aberto; o total de hoje é R$ 505,00.']);
    expect(rows[1]).toEqual([
      'Olá, Maria! Sua fatura (Mensalidade 1) venceu em 01/11/2026. O valor de hoje é R$ 130,00.',
    ]);
    expect(rows[2]?.[0]).toContain('vence hoje.');
  });

  it('says that nothing is open only when that is known', async () => {
    expect(await suggest([])).toEqual([['Olá, Maria! Não há faturas em aberto no seu cadastro.']]);
    expect(await suggestReplies(byDocument, bookOf({ unreadable: ['Vale Fibra'] }), today)).toEqual([]);
    expect(await suggestReplies(byDocument, deadBook, today)).toEqual([]);
    expect(await suggestReplies(byDocument, bookOf(undefined), today)).toEqual([]);
    expect(await suggest([invoiceOf('1')], { kind: 'nobody', reason: 'group' })).toEqual([]);
  });

  it('puts nobody’s debts into the mouth of an agent on the word of a telephone', async () => {
    expect(await suggest([invoiceOf('1')], { ...byDocument, by: 'phone' })).toEqual([]);
  });
});
