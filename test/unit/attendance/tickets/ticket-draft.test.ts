import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TicketOffer, TicketPlace } from '../../../../src-main/attendance/tickets/ticket-desk.ts';
import {
  choose,
  enterText,
  eraseText,
  previousStep,
  startDraft,
  submitText,
  typeKey,
} from '../../../../src-main/attendance/tickets/ticket-draft.ts';
import {
  isAsked,
  isChoice,
  optionsOf,
  type TicketDraft,
  type TicketForm,
} from '../../../../src-main/attendance/tickets/ticket-questions.ts';
import { wordsOf } from '../../../../src-main/attendance/tickets/ticket-words.ts';

function place(key: string, erp = 'principal'): TicketPlace {
  return { key, erp, companyName: erp, service: { id: key, name: `Fibra ${key}` } };
}

const entries = (...names: readonly string[]) => names.map((name, index) => ({ id: `${index}`, name }));

const offer: TicketOffer = {
  places: [place('S-1'), place('S-2'), { key: 'other', erp: 'sul', companyName: 'Sul' }],
  lists: new Map([
    ['principal', { types: entries('Sem conexão', 'Mudança'), departments: entries('Suporte') }],
    ['sul', { types: [], departments: entries('Loja', 'Cobrança') }],
  ]),
  contacts: [
    { kind: 'phone', value: '54987654321' },
    { kind: 'email', value: 'maria@example.com' },
  ],
  unreadable: [],
};

const form: TicketForm = { offer, rules: { subjects: [], longestMessage: 40 } };

const plain: TicketForm = {
  offer: {
    places: [place('S-1')],
    lists: new Map([['principal', { types: entries('Sem conexão'), departments: [] }]]),
    contacts: [],
    unreadable: [],
  },
  rules: { subjects: [], longestMessage: 40 },
};

/** Answers one question after another: a key, or a text. */
function answer(draft: TicketDraft, asked: TicketForm, ...answers: readonly string[]): TicketDraft {
  return answers.reduce(
    (at, said) => (isChoice(at.step) ? choose(at, said, asked) : submitText(typed(at, said, asked), asked)),
    draft,
  );
}

function typed(draft: TicketDraft, said: string, { rules }: TicketForm): TicketDraft {
  if (draft.step !== 'phone') return enterText(draft, said, rules);
  return [...said].reduce((at, key) => typeKey(at, key, rules), eraseText(draft, true));
}

describe('what is asked', () => {
  it('is everything that leaves a choice, in order', () => {
    let draft = startDraft(form);
    const asked = [draft.step];
    for (const said of ['S-2', '1', 'A internet caiu', '0']) {
      draft = answer(draft, form, said);
      asked.push(draft.step);
    }
    expect(asked).toEqual(['place', 'type', 'message', 'contact', 'review']);
    expect(wordsOf(draft, form)).toEqual({
      place: offer.places[1],
      typeId: '1',
      departmentId: '0',
      subject: 'Mudança',
      message: 'A internet caiu',
      contact: { kind: 'phone', value: '54987654321' },
    });
  });

  it('is never what leaves none; a type that nobody chose is no subject', () => {
    const draft = answer(startDraft(plain), plain, 'Modem quebrado', 'Não liga', 'none');
    expect(startDraft(plain).step).toBe('own-subject');
    expect(wordsOf(draft, plain)).toEqual({
      place: place('S-1'),
      typeId: '0',
      subject: 'Modem quebrado',
      message: 'Não liga',
    });
  });

  it('is a subject of the list, or one of the customer’s own', () => {
    const listed: TicketForm = { ...plain, rules: { ...plain.rules, subjects: ['Lenta', 'Caiu'] } };
    expect(wordsOf(answer(startDraft(listed), listed, '1', 'Desde ontem', 'none'), listed)?.subject).toBe(
      'Caiu',
    );
    const own = answer(startDraft(listed), listed, 'own', 'Poste caído', 'Na esquina', 'none');
    expect(wordsOf(own, listed)?.subject).toBe('Poste caído');
    // Whoever goes back and takes one of the list means that one.
    const back = [own, own, own, own].reduce<TicketDraft>((at) => previousStep(at, listed) ?? at, own);
    expect(back.step).toBe('subject');
    expect(wordsOf(answer(back, listed, '0', 'Na esquina', 'none'), listed)?.subject).toBe('Lenta');
  });

  it('is a contact only of those who want to give another one', () => {
    const at = answer(startDraft(plain), plain, 'Modem', 'Não liga', 'phone');
    expect(at.step).toBe('phone');
    expect(answer(at, plain, '54 3452').error).toBe('wrong');
    expect(answer(at, plain, '  ').error).toBe('missing');
    expect(wordsOf(answer(at, plain, '54 98765-4321'), plain)?.contact).toEqual({
      kind: 'phone',
      value: '54987654321',
    });
    const mail = answer(startDraft(plain), plain, 'Modem', 'Não liga', 'email', 'Maria@Example.com ');
    expect(wordsOf(mail, plain)?.contact).toEqual({ kind: 'email', value: 'maria@example.com' });
  });
});

it('forgets the lists of a company when another one is chosen', () => {
  const first = answer(startDraft(form), form, 'S-1', '1');
  const back = previousStep(previousStep(first, form) ?? first, form) ?? first;
  expect(back.step).toBe('place');
  const second = answer(back, form, 'other');
  expect(second.step).toBe('department');
  expect(second.type).toBeUndefined();
  expect(previousStep(back, form)).toBeUndefined();
});

test('texts are kept as far as they fit, a subject in one line', () => {
  const at = startDraft(plain);
  expect(enterText(at, `a\nb${'c'.repeat(200)}`, plain.rules).texts['own-subject']).toBe(
    `a b${'c'.repeat(77)}`,
  );
  const message = answer(at, plain, 'Modem');
  expect(enterText(message, `a\u0007${'😀'.repeat(60)}`, plain.rules).texts.message).toBe(
    `a ${'😀'.repeat(38)}`,
  );
});

it('whatever is touched and typed, it asks what has to be asked and ends with a whole ticket', () => {
  const said = fc.oneof(
    fc.constantFrom('S-1', 'S-2', 'other', '0', '1', 'own', 'email', 'phone', 'none', 'maria@example.com'),
    fc.constantFrom('54987654321', '', ' '),
    fc.string(),
  );
  const subjects = fc.constantFrom<readonly string[]>([], ['Lenta', 'Caiu']);
  const whole = fc.boolean();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), said)), subjects, whole, (touches, listed, large) => {
      const asked: TicketForm = {
        ...(large ? form : plain),
        rules: { subjects: listed, longestMessage: 40 },
      };
      let draft = startDraft(asked);
      for (const [back, text] of touches) {
        draft = back ? (previousStep(draft, asked) ?? draft) : answer(draft, asked, text);
        expect(isAsked(draft.step, draft, asked)).toBe(true);
        if (isChoice(draft.step)) expect(optionsOf(draft.step, draft, asked).length).toBeGreaterThan(1);
        if (draft.step === 'review') expect(wordsOf(draft, asked)).toBeDefined();
      }
    }),
    { numRuns: 500 },
  );
});
