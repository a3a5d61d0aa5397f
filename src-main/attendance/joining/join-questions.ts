import { formatPhone } from '../../domain/contact-data.ts';
import { failure, success } from '../../domain/result.ts';
import {
  answerOf,
  companyOf,
  isCovered,
  isLegalPerson,
  type JoinDraft,
  OTHER_CITY,
  registrationOf,
} from './join-draft.ts';
import type { JoinForm, QuestionId } from './join-form.ts';
import { parseBirthDate, parseEmailAddress, parsePersonName, parsePhone, showDate } from './join-parse.ts';
import {
  always,
  choice,
  entryOption,
  houseNumber,
  line,
  postalCode,
  type Question,
  ruled,
} from './question-kinds.ts';

/** Somebody new, not a customer who orders. */
const joins = (_: JoinDraft, { purpose }: JoinForm): boolean => purpose === 'join';
/** Somebody new who lives where there is coverage. */
const joinsCovered = (draft: JoinDraft, form: JoinForm): boolean => joins(draft, form) && isCovered(draft);
/** Somebody who subscribes, of whom more has to be known than of a contact. */
const subscribes = (draft: JoinDraft, form: JoinForm): boolean =>
  joinsCovered(draft, form) && registrationOf(draft, form) !== 'lead';
const hasOtherBilling = (draft: JoinDraft, form: JoinForm): boolean =>
  subscribes(draft, form) && answerOf(draft, 'billing') === 'other';

/** Everything that may be asked, in this order. */
export const questions: readonly Question[] = [
  choice('company', { applies: always }, (_, { companies }) =>
    companies.map(({ erp, companyName }) => ({ id: erp, title: companyName })),
  ),
  choice('city', { applies: joins }, (draft, form) => {
    const { cities, takesLeads } = companyOf(draft, form);
    if (cities.length === 0) return [];
    return [
      ...cities.map(({ id, name }) => ({ id, title: name })),
      ...(takesLeads ? [{ id: OTHER_CITY }] : []),
    ];
  }),
  line('cityName', {
    applies: (draft, form) =>
      joins(draft, form) && (!isCovered(draft) || companyOf(draft, form).cities.length === 0),
  }),
  choice(
    'product',
    { applies: (draft, form) => form.purpose === 'order' || isCovered(draft) },
    (draft, form) =>
      companyOf(draft, form).products.map(({ priceCents, description, remarks, ...entry }) => ({
        id: entry.id,
        title: entry.name,
        ...((description ?? remarks) !== undefined && { detail: description ?? remarks ?? '' }),
        ...(priceCents !== undefined && { priceCents }),
      })),
  ),
  choice('dueDate', { applies: subscribes }, (draft, form) =>
    companyOf(draft, form).dueDates.map(entryOption),
  ),
  choice('personKind', { applies: subscribes }, () => [{ id: 'natural' }, { id: 'legal' }]),
  {
    ...line('companyName', { applies: (draft, form) => subscribes(draft, form) && isLegalPerson(draft) }),
    maxLength: 120,
  },
  { ...line('name', { applies: joins }), maxLength: 100, parse: parsePersonName },
  { kind: 'document', id: 'document', applies: subscribes },
  {
    ...line('birthDate', ruled('birthDate', subscribes), 'digits'),
    maxLength: 8,
    parse: (digits, _, { today }) => parseBirthDate(digits, today),
    show: showDate,
    read: (date) => date.split('-').reverse().join('/'),
  },
  {
    ...line('phone', { applies: joins }, 'digits'),
    maxLength: 11,
    parse: parsePhone,
    show: formatPhone,
    read: formatPhone,
  },
  { ...line('email', ruled('email', joins), 'email'), maxLength: 100, parse: parseEmailAddress },
  postalCode('postalCode', { applies: joins, isOptional: (draft) => !isCovered(draft) }),
  line('street', { applies: joinsCovered }),
  houseNumber('number', joinsCovered),
  line('complement', ruled('complement', joinsCovered)),
  line('district', { applies: joinsCovered }),
  line('landmark', ruled('landmark', joinsCovered)),
  choice('billing', { applies: subscribes }, () => [{ id: 'same' }, { id: 'other' }]),
  postalCode('billingPostalCode', { applies: hasOtherBilling }),
  line('billingStreet', { applies: hasOtherBilling }),
  houseNumber('billingNumber', hasOtherBilling),
  line('billingComplement', ruled('complement', hasOtherBilling)),
  line('billingDistrict', { applies: hasOtherBilling }),
  line('billingCity', { applies: hasOtherBilling }),
  choice('origin', ruled('origin', subscribes), (draft, form) =>
    companyOf(draft, form).originId === undefined ? companyOf(draft, form).origins.map(entryOption) : [],
  ),
  {
    ...line(
      'reseller',
      ruled('reseller', (draft, form) => {
        const { resellers, resellerId } = companyOf(draft, form);
        return joinsCovered(draft, form) && resellerId === undefined && resellers.length > 0;
      }),
      'plain',
    ),
    parse: (text, draft, form) => {
      const wanted = text.trim().toLowerCase();
      if (wanted === '') return failure('missing');
      const found = companyOf(draft, form).resellers.find(
        ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
      );
      return found ? success(found.id) : failure('wrong');
    },
  },
  { kind: 'review', id: 'review', applies: always },
  { kind: 'consent', id: 'consent', applies: always },
];

/** The question with this id. */
export function questionOf(id: QuestionId): Question {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}
