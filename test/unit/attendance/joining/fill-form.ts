import { emptyDraft, type JoinDraft } from '../../../../src-main/attendance/joining/join-draft.ts';
import type { JoinForm } from '../../../../src-main/attendance/joining/join-form.ts';
import { questionOf } from '../../../../src-main/attendance/joining/join-questions.ts';
import { advance, choose, edit, submit } from '../../../../src-main/attendance/joining/join-steps.ts';
import { anaCnpj, anaCpf, anaTypes } from './join-people.ts';

/** Answers the question that is open; `choices` by question, else the first option. */
export function answer(
  draft: JoinDraft,
  form: JoinForm,
  choices: Readonly<Record<string, string>> = {},
): JoinDraft {
  const question = questionOf(draft.step);
  if (question.kind === 'choice') {
    return choose(draft, form, choices[question.id] ?? question.options(draft, form)[0]?.id ?? '');
  }
  if (question.kind === 'document') {
    const typed = [...(choices.document ?? (draft.answers.personKind === 'legal' ? anaCnpj : anaCpf))];
    const cleared = edit(draft, { type: 'clear' });
    return submit(
      typed.reduce((each, key) => edit(each, { type: 'key', key }), cleared),
      form,
    );
  }
  if (question.kind !== 'text') return draft;
  const text = choices[question.id] ?? anaTypes[question.id] ?? '';
  if (question.keyboard !== 'digits') return submit(edit(draft, { type: 'enter-text', text }), form);
  const cleared = edit(draft, { type: 'clear' });
  return submit(
    [...text].reduce((each, key) => edit(each, { type: 'key', key }), cleared),
    form,
  );
}

/** From the first question to the review; the questions on the way. */
export function fill(
  form: JoinForm,
  choices: Readonly<Record<string, string>> = {},
): { readonly draft: JoinDraft; readonly way: readonly string[] } {
  let draft = advance(emptyDraft(), form);
  const way: string[] = [];
  while (draft.step !== 'review') {
    way.push(draft.step);
    const next = answer(draft, form, choices);
    if (next.step === draft.step) throw new Error(`stuck at ${draft.step}: ${String(next.error)}`);
    draft = next;
  }
  return { draft, way };
}
