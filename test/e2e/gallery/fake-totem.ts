import type { Page } from 'playwright-core';
import type { IntentMessage } from '../../../src-main/contract/intent.ts';
import { type Display, displayModes, languages, type View } from '../../../src-main/contract/screen.ts';
import type { AnswerOf, TechnicianCall } from '../../../src-main/contract/technician.ts';
import { green } from './brands.ts';

/** What main answers in the technician's area, whatever is asked; a call without an answer fails. */
export type TechnicianAnswers = { readonly [C in TechnicianCall]?: AnswerOf<C> | undefined };

/** What the fake adds to the page's window, for the test's own use. */
interface FakeWindow {
  totem?: unknown;
  showView?: (view: View) => void;
  sentMessages: IntentMessage[];
  heartbeats: number;
  technicianAnswers: Readonly<Record<string, unknown>>;
}

/** Puts a `window.totem` into the page that draws what it is told and remembers what is sent. Call before loading. */
export async function installFakeTotem(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const fake = globalThis as unknown as FakeWindow;
    fake.sentMessages = [];
    fake.heartbeats = 0;
    fake.technicianAnswers = {};
    let draw: ((view: View) => void) | undefined;
    let last: View | undefined;
    fake.showView = (view) => {
      last = view;
      draw?.(view);
    };
    fake.totem = {
      onView: (callback: (view: View) => void) => {
        draw = callback;
        if (last !== undefined) callback(last);
        return () => {
          draw = undefined;
        };
      },
      send: (message: IntentMessage) => {
        fake.sentMessages.push(message);
      },
      technician: async (call: string, input: { readonly draft?: unknown; readonly revision?: number }) => {
        const answer = fake.technicianAnswers[call];
        if (call === 'save-settings' && answer === undefined) {
          const state = fake.technicianAnswers['read-settings'] as object;
          const saved = { ...state, draft: input.draft, revision: (input.revision ?? 0) + 1, problems: [] };
          return { ok: true, answer: { outcome: 'saved', state: saved } };
        }
        return answer === undefined ? { ok: false, reason: 'failed' } : { ok: true, answer };
      },
      heartbeat: () => {
        fake.heartbeats += 1;
      },
    };
  });
}

/** Everything may be chosen, nothing is. */
const standardDisplay: Display = { language: 'pt-BR', languages, modes: [], offered: displayModes };

/** Has the page draw a view, in the language and the modes of a visit. */
export async function showView(
  page: Page,
  view: View,
  { language, modes }: Pick<Display, 'language' | 'modes'> = standardDisplay,
): Promise<void> {
  const shown: View = { display: { ...standardDisplay, language, modes }, ...view };
  await page.evaluate((each) => (globalThis as unknown as FakeWindow).showView?.(each), shown);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await page.getByTestId(`screen-${view.screen.name}`).waitFor();
}

/** Brings the page into the technician's area, with main answering like this. */
export async function showTechnician(
  page: Page,
  screenKey: number,
  answers: TechnicianAnswers,
): Promise<void> {
  // As plain text: its type is too deep for `evaluate`.
  await page.evaluate((given) => {
    (globalThis as unknown as FakeWindow).technicianAnswers = JSON.parse(given);
  }, JSON.stringify(answers));
  await showView(page, { screenKey, screen: { name: 'technician' }, brand: green });
}

/** What the page sent since the last call. */
export async function takeMessages(page: Page): Promise<readonly IntentMessage[]> {
  return page.evaluate(() => (globalThis as unknown as FakeWindow).sentMessages.splice(0));
}

/** How often the page said that it is alive. */
export async function countHeartbeats(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as FakeWindow).heartbeats);
}
