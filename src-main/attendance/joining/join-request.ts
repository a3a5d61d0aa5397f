import { normalizePhone } from '../../domain/phone.ts';
import type { PostalAddress } from '../../domain/postal-address.ts';
import { stateOfPostalCode } from '../../domain/postal-code.ts';
import type { NewLead, NewOrder, NewProspect, OrderItem } from '../../domain/prospect.ts';
import { answerOf, companyOf, isCovered, isLegalPerson, type JoinDraft } from './join-draft.ts';
import type { JoinForm, QuestionId } from './join-form.ts';

/** Brazilians write it where a house has none. */
const NO_NUMBER = 'S/N';

/** A contact of somebody who may subscribe later, or cannot yet. */
export function leadOf(draft: JoinDraft, form: JoinForm, remarks: string): NewLead {
  const company = companyOf(draft, form);
  const address = addressOf(draft, form);
  const resellerId = answerOf(draft, 'reseller') ?? company.resellerId;
  const resellerName = company.resellers.find(({ id }) => id === resellerId)?.name;
  return {
    name: answerOf(draft, 'name') ?? '',
    address,
    coverage: JSON.stringify({
      cidade: address.city ?? '',
      // Without a list of cities nobody knows.
      ...(company.cities.length > 0 && { coberta: isCovered(draft) }),
    }),
    extraData: remarks,
    ...given(draft, 'phone', 'phone'),
    ...given(draft, 'email', 'email'),
    ...(resellerId !== undefined && { resellerId }),
    ...(resellerName !== undefined && { resellerName }),
  };
}

/** Somebody who subscribes. */
export function prospectOf(draft: JoinDraft, form: JoinForm, remarks: string): NewProspect {
  const company = companyOf(draft, form);
  const resellerId = answerOf(draft, 'reseller') ?? company.resellerId;
  const originId = answerOf(draft, 'origin') ?? company.originId;
  const productId = answerOf(draft, 'product');
  return {
    name: answerOf(draft, 'name') ?? '',
    personKind: isLegalPerson(draft) ? 'legal' : 'natural',
    document: answerOf(draft, 'document') ?? '',
    installation: addressOf(draft, form),
    productIds: productId === undefined ? [] : [productId],
    attachments: [],
    remarks,
    ...given(draft, 'companyName', 'companyName'),
    ...given(draft, 'birthDate', 'birthDate'),
    ...given(draft, 'dueDate', 'dueDateId'),
    ...given(draft, 'email', 'email'),
    ...phones(answerOf(draft, 'phone')),
    ...(answerOf(draft, 'billing') === 'other' && { billing: billingOf(draft) }),
    ...(resellerId !== undefined && { resellerId }),
    ...(originId !== undefined && { originId }),
  };
}

/** The same as an order. @param id made here, by which the ERP recognises a repeat */
export function orderOf(draft: JoinDraft, form: JoinForm, id: string, remarks: string): NewOrder {
  return { id, prospect: prospectOf(draft, form, remarks), items: itemsOf(draft, form), message: remarks };
}

/** What a customer orders; who they are the ERP knows. */
export function customerOrderOf(
  draft: JoinDraft,
  form: JoinForm,
  id: string,
  remarks: string,
  customer: {
    readonly name: string;
    readonly document: string;
    readonly phone?: string;
    readonly email?: string;
  },
): NewOrder {
  const items = itemsOf(draft, form);
  const prospect: NewProspect = {
    name: customer.name,
    personKind: customer.document.length === 14 ? 'legal' : 'natural',
    document: customer.document,
    installation: {},
    productIds: items.map(({ productId }) => productId),
    attachments: [],
    remarks,
    ...phones(customer.phone),
    ...(customer.email !== undefined && { email: customer.email }),
  };
  return { id, prospect, items, message: remarks };
}

function itemsOf(draft: JoinDraft, form: JoinForm): readonly OrderItem[] {
  const product = companyOf(draft, form).products.find(({ id }) => id === answerOf(draft, 'product'));
  if (!product) return [];
  const { id: productId, priceCents } = product;
  return [{ productId, quantity: 1, ...(priceCents !== undefined && { priceCents }) }];
}

function addressOf(draft: JoinDraft, form: JoinForm): PostalAddress {
  const { cities } = companyOf(draft, form);
  const city = answerOf(draft, 'cityName') ?? cities.find(({ id }) => id === answerOf(draft, 'city'))?.name;
  return {
    ...streetOf(draft, {
      postalCode: 'postalCode',
      street: 'street',
      number: 'number',
      complement: 'complement',
      district: 'district',
    }),
    ...given(draft, 'landmark', 'landmark'),
    ...(city !== undefined && { city }),
  };
}

function billingOf(draft: JoinDraft): PostalAddress {
  return {
    ...streetOf(draft, {
      postalCode: 'billingPostalCode',
      street: 'billingStreet',
      number: 'billingNumber',
      complement: 'billingComplement',
      district: 'billingDistrict',
    }),
    ...given(draft, 'billingCity', 'city'),
  };
}

/** The state is the one that the CEP lies in. */
function streetOf(
  draft: JoinDraft,
  from: Readonly<Record<'postalCode' | 'street' | 'number' | 'complement' | 'district', QuestionId>>,
): PostalAddress {
  const postalCode = answerOf(draft, from.postalCode);
  const state = postalCode === undefined ? undefined : stateOfPostalCode(postalCode);
  const street = answerOf(draft, from.street);
  return {
    ...(street !== undefined && { street, number: answerOf(draft, from.number) ?? NO_NUMBER }),
    ...given(draft, from.complement, 'complement'),
    ...given(draft, from.district, 'district'),
    ...(postalCode !== undefined && { postalCode }),
    ...(state !== undefined && { state }),
  };
}

/** A mobile is also where WhatsApp reaches them. */
function phones(digits: string | undefined): Pick<NewProspect, 'phone' | 'mobile' | 'whatsapp'> {
  if (digits === undefined) return {};
  // An ERP may have told it with the country's code.
  const national = normalizePhone(digits)?.e164Digits.slice(2) ?? digits;
  return national.length === 11 ? { mobile: national, whatsapp: national } : { phone: national };
}

function given<Field extends string>(
  draft: JoinDraft,
  id: QuestionId,
  field: Field,
): { readonly [F in Field]?: string } {
  const answer = answerOf(draft, id);
  return answer === undefined ? {} : ({ [field]: answer } as { readonly [F in Field]: string });
}
