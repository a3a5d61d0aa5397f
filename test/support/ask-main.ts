import type { Page } from 'playwright-core';
import type { InputOf, TechnicianCall, TechnicianReply } from '../../src-main/contract/technician.ts';

/** Asks main what only the technician's area asks, from whatever page is shown: as a page that was taken over would. */
export async function askMain<C extends TechnicianCall>(
  page: Page,
  call: C,
  input: InputOf<C>,
): Promise<TechnicianReply<C>> {
  const reply: unknown = await page.evaluate(
    ([name, sent]) => {
      const { totem } = window as unknown as { totem: { technician(...asked: unknown[]): unknown } };
      return totem.technician(name, JSON.parse(sent));
    },
    [call, JSON.stringify(input)] as const,
  );
  return reply as TechnicianReply<C>;
}
