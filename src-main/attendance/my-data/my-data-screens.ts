import type { Screen } from '../../contract/screen.ts';
import { formatPhone, maskEmail, maskPhone } from '../../domain/contact-data.ts';
import type { VisitContext } from '../visit-context.ts';
import { hasAlready, longestContact } from './contact-entry.ts';
import type { MyDataChange } from './my-data-desk.ts';
import type { MyDataTalk } from './my-data-talk.ts';

/** The contacts with only so much of them that their owner knows them. */
export function myDataScreen({ myData }: VisitContext): Screen {
  if (!myData) return { name: 'my-data-opening' };
  const { records, unreadable } = myData.known;
  const contacts = records.flatMap((record) => record.contacts);
  const shown = (kind: 'phone' | 'email', mask: (value: string) => string): readonly string[] => [
    ...new Set(contacts.filter((contact) => contact.kind === kind).map(({ value }) => mask(value))),
  ];
  return {
    name: 'my-data',
    phones: shown('phone', maskPhone),
    emails: shown('email', maskEmail),
    companies: records.map(({ companyName }) => companyName),
    unreadable,
  };
}

export function contactEntryScreen(context: VisitContext): Screen {
  const entry = context.myData?.entry;
  if (!entry) return myDataScreen(context);
  const { field, text, error } = entry;
  const isEmail = field === 'email';
  return {
    name: 'contact-entry',
    field,
    entry: {
      id: `contact-${field}`,
      keyboard: isEmail ? 'email' : 'digits',
      text: isEmail ? text : formatPhone(text),
      maxLength: longestContact(field),
      canSubmit: text.trim() !== '',
      busy: false,
    },
    ...(error && { error }),
  };
}

export function contactConfirmScreen(context: VisitContext, busy: boolean): Screen {
  const { myData } = context;
  const change = myData?.change;
  if (!myData || !change) return contactEntryScreen(context);
  const { field } = change;
  return {
    name: 'contact-confirm',
    field,
    text: inFull(change),
    companies: changing(myData, change),
    busy,
  };
}

export function contactSavedScreen(context: VisitContext): Screen {
  const { myData } = context;
  if (!myData?.change || !myData.answer) return myDataScreen(context);
  const { field } = myData.change;
  const { answer } = myData;
  switch (answer.kind) {
    case 'forbidden':
      return { name: 'contact-forbidden', field, reason: answer.reason };
    case 'not-now':
      return { name: 'contact-saved', field, savings: [] };
    case 'sent':
      return {
        name: 'contact-saved',
        field,
        savings: answer.savings.map(({ companyName, outcome: standing, protocol }) => ({
          companyName,
          standing,
          protocol,
        })),
      };
  }
}

function changing({ known }: MyDataTalk, change: MyDataChange): readonly string[] {
  return known.records.filter((record) => !hasAlready(record, change)).map(({ companyName }) => companyName);
}

function inFull({ field, value }: MyDataChange): string {
  return field === 'email' ? value : formatPhone(value);
}
