import type { Page } from 'playwright-core';
import type { JoinChoice, JoinText } from '../../src-main/contract/join-screen.ts';
import { join } from '../../src-renderer/i18n/pt-BR/join.ts';
import { waitForTitle } from './services.ts';
import { touch, typeDocument } from './visit.ts';

type AskedQuestion = JoinChoice | JoinText | 'document';

/** How a question of the form is answered: by a card, by letters, by digits, or not at all. */
export type JoinAnswer =
  | { readonly card: string }
  | { readonly letters: string }
  | { readonly digits: string }
  | 'skip';

/** Answers these questions, which must come in this order. */
export async function answerQuestions(
  page: Page,
  answers: readonly (readonly [AskedQuestion, JoinAnswer])[],
): Promise<void> {
  for (const [question, answer] of answers) {
    await waitForTitle(page, titleOf(question));
    await give(page, answer);
  }
}

function titleOf(question: AskedQuestion): string {
  return question === 'document' ? join.document['join-person'].title : join.question[question].title;
}

async function give(page: Page, answer: JoinAnswer): Promise<void> {
  if (answer === 'skip') {
    await touch(page, 'action-skip');
  } else if ('card' in answer) {
    await touch(page, `option-${answer.card}`);
  } else {
    if ('letters' in answer) await page.getByTestId('text-field').pressSequentially(answer.letters);
    else await typeDocument(page, answer.digits);
    await enter(page);
  }
}

/** Enter, as soon as there is something to go on with: quicker than a touch, which must be no bounce of the last one. */
async function enter(page: Page): Promise<void> {
  await page.locator('[data-testid="action-submit"]:not([aria-disabled])').waitFor({ timeout: 15_000 });
  await page.keyboard.press('Enter');
}
