import type { JoinLine, JoinScreen } from '../../contract/join-screen.ts';
import type { DocumentError, Screen } from '../../contract/screen.ts';
import { maskDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import { viewDocumentEntry } from '../document-entry.ts';
import { answerOf, isCovered, isLegalPerson, type JoinDraft } from './join-draft.ts';
import type { JoinForm } from './join-form.ts';
import { questionOf } from './join-questions.ts';
import { askedQuestions } from './join-steps.ts';
import type { ChoiceQuestion, Question, TextQuestion } from './question-kinds.ts';

/** The screen of the step that a registration is at. */
export function joinScreen(draft: JoinDraft, form: JoinForm): Screen {
  const question = questionOf(draft.step);
  switch (question.kind) {
    case 'choice':
      return choiceScreen(question, draft, form);
    case 'text':
      return textScreen(question, draft, form);
    case 'document':
      return joinDocumentScreen(draft);
    case 'review':
      return {
        name: 'join-review',
        lines: reviewLines(draft, form),
        purpose: form.purpose,
        covered: isCovered(draft),
      };
    case 'consent':
      return { name: 'join-consent', text: agreementOf(form).text, purpose: form.purpose };
  }
}

/** What the customer agrees to before anything is sent. */
export function agreementOf({ purpose, rules }: JoinForm): JoinForm['rules']['consent'] {
  return purpose === 'join' ? rules.consent : rules.orderTerms;
}

function choiceScreen(question: ChoiceQuestion, draft: JoinDraft, form: JoinForm): JoinScreen {
  return {
    name: 'join-choice',
    question: question.id,
    options: question.options(draft, form),
    ...askedAs(question, draft, form),
  };
}

function textScreen(question: TextQuestion, draft: JoinDraft, form: JoinForm): JoinScreen {
  const { id, keyboard, maxLength, show } = question;
  const typed = draft.typed[id] ?? '';
  return {
    name: 'join-text',
    question: id,
    entry: {
      id,
      keyboard,
      maxLength,
      text: show ? show(typed) : typed,
      canSubmit: typed.trim() !== '',
      busy: false,
    },
    forCompany: isLegalPerson(draft),
    ...(isTextError(draft.error) && { error: draft.error }),
    ...askedAs(question, draft, form),
  };
}

/** The same screen as the identification's: the same digits are typed. */
function joinDocumentScreen(draft: JoinDraft): Screen {
  return {
    name: 'document',
    purpose: isLegalPerson(draft) ? 'join-company' : 'join-person',
    ...viewDocumentEntry(draft.document),
    busy: false,
    ...(isDocumentError(draft.error) && { error: draft.error }),
  };
}

function askedAs(
  question: Question,
  draft: JoinDraft,
  form: JoinForm,
): { readonly place: { readonly current: number; readonly total: number }; readonly optional: boolean } {
  const asked = askedQuestions(draft, form).filter(({ kind }) => kind !== 'consent');
  return {
    place: { current: asked.findIndex(({ id }) => id === question.id) + 1, total: asked.length },
    optional: question.isOptional?.(draft, form) === true,
  };
}

/** Everything that was answered, also what left no choice: the customer sees what they get. */
function reviewLines(draft: JoinDraft, form: JoinForm): readonly JoinLine[] {
  return askedQuestions(draft, form)
    .concat(questionOf('product'))
    .filter((each, index, all) => all.indexOf(each) === index && each.applies(draft, form))
    .flatMap((question) => lineOf(question, draft, form));
}

function lineOf(question: Question, draft: JoinDraft, form: JoinForm): readonly JoinLine[] {
  const answer = answerOf(draft, question.id);
  if (answer === undefined) return [];
  if (question.id === 'document') return [{ question: 'document', value: masked(answer) }];
  if (question.kind === 'text') {
    return [{ question: question.id, value: question.read ? question.read(answer) : answer }];
  }
  if (question.kind !== 'choice') return [];
  const option = question.options(draft, form).find(({ id }) => id === answer);
  if (!option) return [];
  const { id, title: value, priceCents } = option;
  return [
    {
      question: question.id,
      ...(value === undefined ? { option: id } : { value }),
      ...(priceCents !== undefined && { priceCents }),
    },
  ];
}

/** The screen stands in public; that its digits are right was proven. */
function masked(document: string): string {
  const parsed = parseDocument(document);
  return parsed.ok ? maskDocument(parsed.value) : '';
}

const documentErrors: ReadonlySet<string> = new Set<DocumentError>([
  'incomplete',
  'wrong-check-digit',
  'repeated-digits',
  'letter-in-check-digits',
  'other-kind',
  'not-found',
  'blocked',
]);

function isDocumentError(error: JoinDraft['error']): error is DocumentError {
  return error !== undefined && documentErrors.has(error);
}

const textErrors = [
  'missing',
  'incomplete',
  'wrong',
  'name-alone',
  'name-signs',
  'impossible-date',
  'under-age',
] as const;

function isTextError(error: JoinDraft['error']): error is (typeof textErrors)[number] {
  return textErrors.some((each) => each === error);
}
