import type { JoinChoice, JoinOption, JoinText } from '../../contract/join-screen.ts';
import type { TextKeyboard } from '../../contract/text-entry.ts';
import type { CatalogueEntry } from '../../domain/catalogue.ts';
import { formatPostalCode, POSTAL_CODE_LENGTH } from '../../domain/postal-code.ts';
import type { JoinDraft } from './join-draft.ts';
import type { FieldRule, JoinForm } from './join-form.ts';
import { type Parsed, parseCep, parseLine } from './join-parse.ts';

interface QuestionBase {
  /** Whether it is asked, after what was said so far. */
  readonly applies: (draft: JoinDraft, form: JoinForm) => boolean;
  /** Whether it may be left out; without it it may not. */
  readonly isOptional?: (draft: JoinDraft, form: JoinForm) => boolean;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly id: JoinChoice;
  readonly options: (draft: JoinDraft, form: JoinForm) => readonly JoinOption[];
}

export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly id: JoinText;
  readonly keyboard: TextKeyboard;
  /** Characters, or digits of the number pad. */
  readonly maxLength: number;
  readonly parse: (text: string, draft: JoinDraft, form: JoinForm) => Parsed;
  /** The digits as they are shown, also of half a number; without it as typed. */
  readonly show?: (digits: string) => string;
  /** The parsed answer as the customer reads it again; without it as it is. */
  readonly read?: (value: string) => string;
}

interface OtherQuestion extends QuestionBase {
  readonly kind: 'document' | 'review' | 'consent';
  readonly id: 'document' | 'review' | 'consent';
}

export type Question = ChoiceQuestion | TextQuestion | OtherQuestion;

const longestLine = 80;

export const always = (): boolean => true;

export function ruled(
  field: keyof JoinForm['rules']['fields'],
  where: QuestionBase['applies'],
): QuestionBase {
  const rule = ({ rules }: JoinForm): FieldRule => rules.fields[field];
  return {
    applies: (draft, form) => rule(form) !== 'hidden' && where(draft, form),
    isOptional: (_, form) => rule(form) === 'optional',
  };
}

export function entryOption({ id, name, remarks }: CatalogueEntry): JoinOption {
  return { id, title: name, ...(remarks !== undefined && { detail: remarks }) };
}

export function line(id: JoinText, base: QuestionBase, keyboard: TextKeyboard = 'words'): TextQuestion {
  return { kind: 'text', id, keyboard, maxLength: longestLine, parse: parseLine, ...base };
}

export function houseNumber(id: JoinText, applies: QuestionBase['applies']): TextQuestion {
  return { ...line(id, { applies, isOptional: always }, 'digits'), maxLength: 6 };
}

export function postalCode(id: JoinText, base: QuestionBase): TextQuestion {
  return {
    kind: 'text',
    id,
    keyboard: 'digits',
    maxLength: POSTAL_CODE_LENGTH,
    parse: parseCep,
    show: formatPostalCode,
    read: formatPostalCode,
    ...base,
  };
}

export function choice(
  id: JoinChoice,
  base: QuestionBase,
  options: ChoiceQuestion['options'],
): ChoiceQuestion {
  return {
    kind: 'choice',
    id,
    options,
    ...base,
    applies: (draft, form) => base.applies(draft, form) && options(draft, form).length > 0,
  };
}
