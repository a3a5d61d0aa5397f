import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDraft, type JoinDraft } from '../../../../src-main/attendance/joining/join-draft.ts';
import type { JoinForm } from '../../../../src-main/attendance/joining/join-form.ts';
import { questions } from '../../../../src-main/attendance/joining/join-questions.ts';
import {
  customerOrderOf,
  leadOf,
  orderOf,
  prospectOf,
} from '../../../../src-main/attendance/joining/join-request.ts';
import { joinScreen } from '../../../../src-main/attendance/joining/join-screens.ts';
import {
  advance,
  askedQuestions,
  choose,
  edit,
  goBack,
  skip,
  submit,
} from '../../../../src-main/attendance/joining/join-steps.ts';
import { answer, fill } from './fill-form.ts';
import { anaCnpj, anaCpf, company, formOf, plain } from './join-people.ts';

describe('the way through a registration', () => {
  it('asks one thing after another, and nothing twice', () => {
    const { way } = fill(formOf());
    expect(way).toEqual([
      'city',
      'product',
      'dueDate',
      'personKind',
      'name',
      'document',
      'birthDate',
      'phone',
      'email',
      'postalCode',
      'street',
      'number',
      'complement',
      'district',
      'landmark',
      'billing',
      'origin',
      'reseller',
    ]);
  });

  it('asks a company for its own name and document, and another address for invoices in full', () => {
    const { way, draft } = fill(formOf(), { personKind: 'legal', billing: 'other' });
    expect(way).toContain('companyName');
    expect(way).toContain('billingCity');
    const prospect = prospectOf(draft, formOf(), 'obs');
    expect(prospect).toMatchObject({
      personKind: 'legal',
      companyName: 'Padaria Lima Ltda',
      document: anaCnpj,
      installation: { city: 'Bento Gonçalves', state: 'RS', street: 'Rua São João', number: '120' },
      billing: { city: 'São Paulo', state: 'SP', postalCode: '01310100' },
      mobile: '54987650001',
      whatsapp: '54987650001',
      resellerId: 'R-7',
      originId: 'ORIGIN-1',
      dueDateId: 'DUE-5',
      productIds: ['PROD-1'],
    });
  });

  it('asks only how to be reached where there is no coverage, and makes that a lead', () => {
    const { way, draft } = fill(formOf(), { city: 'other' });
    expect(way).toEqual(['city', 'cityName', 'name', 'phone', 'email', 'postalCode']);
    expect(leadOf(draft, formOf(), 'obs')).toMatchObject({
      name: 'Ana Conceição Lima',
      address: { city: 'Pinto Bandeira', state: 'RS' },
      coverage: '{"cidade":"Pinto Bandeira","coberta":false}',
    });
  });

  it('skips what the profile lacks', () => {
    const { way } = fill(formOf([plain]));
    expect(way).toEqual([
      'cityName',
      'name',
      'phone',
      'email',
      'postalCode',
      'street',
      'number',
      'complement',
      'district',
      'landmark',
    ]);
  });

  it('does not ask what leaves no choice, and shows it in the review all the same', () => {
    const one = {
      ...company,
      products: company.products.slice(0, 1),
      dueDates: company.dueDates.slice(0, 1),
    };
    const { way, draft } = fill(formOf([one]));
    expect(way).not.toContain('product');
    expect(way).not.toContain('dueDate');
    const screen = joinScreen(draft, formOf([one]));
    expect(screen).toMatchObject({ name: 'join-review' });
    expect(JSON.stringify(screen)).toContain('Fibra 500 Mega');
  });

  it('masks the document on the review: the screen stands in public', () => {
    const { draft } = fill(formOf());
    const drawn = JSON.stringify(joinScreen(draft, formOf()));
    expect(drawn).not.toContain(anaCpf);
    expect(drawn).toContain('***.456.789-**');
  });

  it('takes no CNPJ for a person, nor keeps a CPF for a company', () => {
    let draft = advance(emptyDraft(), formOf());
    while (draft.step !== 'document') draft = answer(draft, formOf());
    expect(answer(draft, formOf(), { document: anaCnpj })).toMatchObject({
      step: 'document',
      error: 'other-kind',
    });
    const { draft: whole } = fill(formOf());
    const changed = choose(choose(whole, formOf(), 'personKind'), formOf(), 'legal');
    expect(changed.step).toBe('companyName');
    expect(answer(changed, formOf()).step).toBe('document');
  });

  it('asks anew what belongs to another company', () => {
    const form = formOf([company, { ...company, erp: 'outra', companyName: 'Outra' }]);
    const { draft } = fill(form);
    const changed = choose(choose(draft, form, 'company'), form, 'outra');
    expect(changed.step).toBe('city');
    expect(changed.answers).not.toHaveProperty('product');
    expect(changed.typed.name).toBe('Ana Conceição Lima');
  });

  it('sends nothing of an answer that a later one made untrue', () => {
    const change = (first: string, question: string, second: string): JoinDraft => {
      let draft = choose(
        choose(fill(formOf(), { [question]: first }).draft, formOf(), question),
        formOf(),
        second,
      );
      while (draft.step !== 'review') draft = answer(draft, formOf());
      return draft;
    };
    expect(prospectOf(change('legal', 'personKind', 'natural'), formOf(), 'obs')).not.toHaveProperty(
      'companyName',
    );
    const nowCovered = prospectOf(change('other', 'city', 'CITY-1'), formOf(), 'obs');
    expect(nowCovered.installation.city).toBe('Bento Gonçalves');
    const nowOutside = leadOf(change('CITY-1', 'city', 'other'), formOf(), 'obs');
    expect(nowOutside.address).toEqual({ postalCode: '95700000', state: 'RS', city: 'Pinto Bandeira' });
    expect(nowOutside).not.toHaveProperty('resellerId');
  });

  it('claims no coverage where the company has no list of cities, and no price that it did not name', () => {
    expect(leadOf(fill(formOf([plain])).draft, formOf([plain]), 'obs').coverage).toBe(
      '{"cidade":"Pinto Bandeira"}',
    );
    const { draft } = fill(formOf(), { product: 'PROD-2' });
    expect(orderOf(draft, formOf(), 'id', 'obs').items).toEqual([{ productId: 'PROD-2', quantity: 1 }]);
  });

  it('takes a reseller by code or by name, and no other', () => {
    const until = (step: string): JoinDraft => {
      let draft = advance(emptyDraft(), formOf());
      while (draft.step !== step) draft = answer(draft, formOf());
      return draft;
    };
    expect(answer(until('reseller'), formOf(), { reseller: ' loja CENTRO ' }).answers.reseller).toBe('R-7');
    expect(answer(until('reseller'), formOf(), { reseller: 'R-8' })).toMatchObject({ error: 'wrong' });
    expect(skip(until('reseller'), formOf()).step).toBe('review');
    expect(skip(until('name'), formOf()).step).toBe('name');
  });

  it('gives the telephone of a customer as one types it here, however their ERP writes it', () => {
    const form = formOf([company], 'order');
    const who = { name: 'Ana Lima', document: anaCpf, phone: '5554987650001' };
    const { prospect } = customerOrderOf(fill(form).draft, form, 'id', 'obs', who);
    expect(prospect).toMatchObject({ mobile: '54987650001', whatsapp: '54987650001' });
    expect(prospect).not.toHaveProperty('phone');
  });

  it('asks a customer who orders for the product alone', () => {
    expect(fill(formOf([company], 'order')).way).toEqual(['product']);
  });
});

type Act = (draft: JoinDraft, form: JoinForm) => JoinDraft;

const someAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Act>((draft, form) => answer(draft, form)) },
  fc.constantFrom<Act>(
    (draft, form) => goBack(draft, form) ?? draft,
    skip,
    submit,
    (draft) => edit(draft, { type: 'clear' }),
    (draft) => edit(draft, { type: 'erase' }),
    (draft) => edit(draft, { type: 'toggle-letters' }),
  ),
  fc
    .constantFrom(
      'other',
      'same',
      'legal',
      'natural',
      'CITY-1',
      'PROD-2',
      'principal',
      'simples',
      'phone',
      'city',
    )
    .map<Act>((id) => (draft, form) => choose(draft, form, id)),
  fc.string({ unit: 'grapheme' }).map<Act>((text) => (draft, form) => {
    return submit(edit(draft, { type: 'enter-text', text }), form);
  }),
);

/** What must hold at every step. */
function check(draft: JoinDraft, form: JoinForm): void {
  expect(askedQuestions(draft, form).map(({ id }) => id)).toContain(draft.step);
  expect(goBack(draft, form)?.typed ?? draft.typed).toEqual(draft.typed);
  expect(() => joinScreen(draft, form)).not.toThrow();
}

/** The questions that would be sent without an answer. */
function unanswered(draft: JoinDraft, form: JoinForm): readonly string[] {
  return askedQuestions(draft, form)
    .filter(({ kind }) => kind !== 'review' && kind !== 'consent')
    .filter((question) => {
      const said = draft.answers[question.id];
      return said === undefined || (said === '' && question.isOptional?.(draft, form) !== true);
    })
    .map(({ id }) => id);
}

/** The answers that would be sent although their question does not stand. */
function unasked(draft: JoinDraft, form: JoinForm): readonly string[] {
  return questions
    .filter(({ id, applies }) => draft.answers[id] !== undefined && !applies(draft, form))
    .map(({ id }) => id);
}

describe('any way through a registration', () => {
  it('stays at a question that is asked, keeps what was typed on the way back, and ends complete', () => {
    fc.assert(
      fc.property(
        fc.array(someAct, { maxLength: 60 }),
        fc.constantFrom(formOf(), formOf([company, plain]), formOf([plain]), formOf([company], 'order')),
        (acts, form) => {
          let draft = advance(emptyDraft(), form);
          for (const act of acts) {
            draft = act(draft, form);
            check(draft, form);
            if (draft.step === 'consent') expect(unanswered(draft, form)).toEqual([]);
            if (draft.step === 'consent') expect(unasked(draft, form)).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
