import type { JoinTextError } from '../../contract/join-screen.ts';
import type { DocumentError } from '../../contract/screen.ts';
import { type DocumentEntry, emptyDocumentEntry } from '../document-entry.ts';
import type { JoinCompany, JoinForm, QuestionId, Registration } from './join-form.ts';

/** Stands among the cities for none of them. */
export const OTHER_CITY = 'other';

/** What was said so far. It lives in the visit and is gone with it. */
export interface JoinDraft {
  readonly step: QuestionId;
  /** Parsed answers and ids of what was chosen; an empty one was left out. */
  readonly answers: Readonly<Partial<Record<QuestionId, string>>>;
  /** As typed, for whoever comes back to a question. */
  readonly typed: Readonly<Partial<Record<QuestionId, string>>>;
  readonly document: DocumentEntry;
  /** Why the answer of this step is not taken. */
  readonly error?: JoinTextError | DocumentError;
}

/** Nothing said yet. @param document that was typed before, if any (no mask) */
export function emptyDraft(document = ''): JoinDraft {
  return {
    step: 'company',
    answers: {},
    typed: {},
    document: document === '' ? emptyDocumentEntry : { ...emptyDocumentEntry, text: document },
  };
}

export function answerOf({ answers }: JoinDraft, id: QuestionId): string | undefined {
  return answers[id] === '' ? undefined : answers[id];
}

/** The company that was chosen, or the first. */
export function companyOf(draft: JoinDraft, { companies }: JoinForm): JoinCompany {
  const company = companies.find(({ erp }) => erp === answerOf(draft, 'company')) ?? companies[0];
  if (!company) throw new Error('a registration needs a company');
  return company;
}

/** Whether they live where there is coverage, so far as they said. */
export function isCovered(draft: JoinDraft): boolean {
  return answerOf(draft, 'city') !== OTHER_CITY;
}

export function isLegalPerson(draft: JoinDraft): boolean {
  return answerOf(draft, 'personKind') === 'legal';
}

/** What is made at the ERP: outside the coverage a lead, whatever else the company makes. */
export function registrationOf(draft: JoinDraft, form: JoinForm): Registration {
  return isCovered(draft) ? companyOf(draft, form).creates : 'lead';
}
