import { parseDocument } from '../../domain/cpf-cnpj.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { emptyDocumentEntry, eraseDocumentKey, toggleLetters, typeDocumentKey } from '../document-entry.ts';
import { eraseLast, keepText, typeDigit } from '../text-entry.ts';
import { isLegalPerson, type JoinDraft } from './join-draft.ts';
import type { JoinForm, QuestionId } from './join-form.ts';
import { questionOf, questions } from './join-questions.ts';
import type { ChoiceQuestion, Question, TextQuestion } from './question-kinds.ts';

/** Depend on the company: its ids mean something else at another one. */
const ofCompany: readonly QuestionId[] = ['city', 'product', 'dueDate', 'origin', 'reseller'];

/** To the first question that is still open; the review when there is none. What leaves no choice is answered here. */
export function advance(draft: JoinDraft, form: JoinForm): JoinDraft {
  const settled = settle(draft, form);
  const { error: _, ...rest } = settled;
  const open = questions.find((each) => each.applies(settled, form) && !isPassed(each, settled, form));
  return { ...rest, step: open?.id ?? 'review' };
}

/** To the question before, with all that was said; `undefined` from the first one. */
export function goBack(draft: JoinDraft, form: JoinForm): JoinDraft | undefined {
  const { error: _, ...rest } = draft;
  const asked = askedQuestions(draft, form);
  const before = asked.findIndex(({ id }) => id === draft.step) - 1;
  const question = asked[before];
  return question && { ...rest, step: question.id };
}

/** The questions that this customer sees, review and consent included. */
export function askedQuestions(draft: JoinDraft, form: JoinForm): readonly Question[] {
  return questions.filter((each) => each.applies(draft, form) && !leavesNoChoice(each, draft, form));
}

/** What is typed on this step, by the number pad or the letters. */
export function edit(
  draft: JoinDraft,
  event:
    | { readonly type: 'key'; readonly key: string }
    | { readonly type: 'enter-text'; readonly text: string }
    | { readonly type: 'erase' | 'clear' | 'toggle-letters' },
): JoinDraft {
  const question = questionOf(draft.step);
  if (question.kind === 'document') return editDocument(draft, event);
  if (question.kind !== 'text') return draft;
  const before = draft.typed[question.id] ?? '';
  const after = editedText(before, question, event);
  if (after === before) return draft;
  const { error: _, ...rest } = draft;
  return { ...rest, typed: { ...draft.typed, [question.id]: after } };
}

type Edit = Parameters<typeof edit>[1];

function editedText(before: string, { keyboard, maxLength }: TextQuestion, event: Edit): string {
  if (keyboard !== 'digits') return event.type === 'enter-text' ? keepText(event.text, maxLength) : before;
  switch (event.type) {
    case 'key':
      return typeDigit(before, event.key, maxLength);
    case 'erase':
      return eraseLast(before);
    case 'clear':
      return '';
    case 'enter-text':
    case 'toggle-letters':
      return before;
  }
}

/** The way of the identification, letters of newer CNPJs included. */
function editDocument(draft: JoinDraft, event: Edit): JoinDraft {
  const { error: _, ...rest } = draft;
  switch (event.type) {
    case 'key':
      return { ...rest, document: typeDocumentKey(draft.document, event.key) };
    case 'erase':
      return { ...rest, document: eraseDocumentKey(draft.document) };
    case 'clear':
      return { ...rest, document: emptyDocumentEntry };
    case 'toggle-letters':
      return { ...draft, document: toggleLetters(draft.document) };
    case 'enter-text':
      return draft;
  }
}

/** Takes an option of this step; on the review, the line that shall be changed. Anything else changes nothing. */
export function choose(draft: JoinDraft, form: JoinForm, optionId: string): JoinDraft {
  const question = questionOf(draft.step);
  if (question.kind === 'review') {
    const wanted = askedQuestions(draft, form).find(({ id }) => id === optionId);
    return wanted ? { ...draft, step: wanted.id } : draft;
  }
  if (question.kind !== 'choice') return draft;
  if (!question.options(draft, form).some(({ id }) => id === optionId)) return draft;
  const changed = draft.answers[question.id] !== optionId;
  const kept = question.id === 'company' && changed ? without(draft, ofCompany) : draft;
  return advance(answered(kept, question.id, optionId), form);
}

/** Leaves a question out that may be left out. */
export function skip(draft: JoinDraft, form: JoinForm): JoinDraft {
  const question = questionOf(draft.step);
  if (question.isOptional?.(draft, form) !== true) return draft;
  const { [question.id]: _, ...typed } = draft.typed;
  return advance(answered({ ...draft, typed }, question.id, ''), form);
}

/** "Continuar": parses what was typed, or says why not; from the review to the consent. */
export function submit(draft: JoinDraft, form: JoinForm): JoinDraft {
  const question = questionOf(draft.step);
  if (question.kind === 'review') return { ...draft, step: 'consent' };
  const parsed = parsedAnswer(question, draft, form);
  if (!parsed) return draft;
  if (!parsed.ok) return { ...draft, error: parsed.error };
  return advance(answered(draft, question.id, parsed.value), form);
}

function parsedAnswer(
  question: Question,
  draft: JoinDraft,
  form: JoinForm,
): Result<string, NonNullable<JoinDraft['error']>> | undefined {
  if (question.kind === 'text') return question.parse(draft.typed[question.id] ?? '', draft, form);
  if (question.kind !== 'document') return undefined;
  const document = parseDocument(draft.document.text);
  if (!document.ok) return document;
  const wanted = isLegalPerson(draft) ? 'cnpj' : 'cpf';
  return document.value.kind === wanted ? success(document.value.value) : failure('other-kind');
}

function answered(draft: JoinDraft, id: QuestionId, value: string): JoinDraft {
  return { ...draft, answers: { ...draft.answers, [id]: value } };
}

function unanswered(draft: JoinDraft, id: QuestionId): JoinDraft {
  if (draft.answers[id] === undefined) return draft;
  const { [id]: _, ...answers } = draft.answers;
  return { ...draft, answers };
}

function without(draft: JoinDraft, ids: readonly QuestionId[]): JoinDraft {
  const keep = ([id]: readonly [string, string]): boolean => !ids.some((each) => each === id);
  return {
    ...draft,
    answers: Object.fromEntries(Object.entries(draft.answers).filter(keep)),
    typed: Object.fromEntries(Object.entries(draft.typed).filter(keep)),
  };
}

/**
 * Question by question, for each depends on those before it: forgets the answer of one that is not asked any more (what
 * was typed stays, for whoever changes their mind again), and answers what has one option only.
 */
function settle(draft: JoinDraft, form: JoinForm): JoinDraft {
  return questions.reduce((settled, question) => {
    if (!question.applies(settled, form)) return unanswered(settled, question.id);
    if (!leavesNoChoice(question, settled, form)) return settled;
    const [only] = question.options(settled, form);
    return only === undefined ? settled : answered(settled, question.id, only.id);
  }, draft);
}

function leavesNoChoice(question: Question, draft: JoinDraft, form: JoinForm): question is ChoiceQuestion {
  return (
    question.kind === 'choice' &&
    question.isOptional?.(draft, form) !== true &&
    question.options(draft, form).length === 1
  );
}

function isPassed(question: Question, draft: JoinDraft, form: JoinForm): boolean {
  const answer = draft.answers[question.id];
  if (answer === undefined || question.kind === 'review' || question.kind === 'consent') return false;
  if (answer === '') return question.isOptional?.(draft, form) === true;
  if (question.kind === 'choice') return question.options(draft, form).some(({ id }) => id === answer);
  // A person's document is not the company's.
  if (question.kind === 'document') return (answer.length === 14) === isLegalPerson(draft);
  return true;
}
