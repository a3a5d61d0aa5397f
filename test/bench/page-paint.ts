import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const targets = z.array(z.looseObject({ type: z.string(), webSocketDebuggerUrl: z.string() }));
const evaluation = z.looseObject({
  result: z.looseObject({
    result: z.looseObject({ value: z.looseObject({ drawn: z.boolean(), paintedAt: z.number() }) }),
  }),
});

/** How often the page is asked again on a machine that has not drawn it yet, and how often at most. */
const pollMs = 500;
const mostPolls = 40;

/**
 * The wall time (milliseconds) of the first frame with anything in it (text or picture) of an Electron app's page, by
 * the page's own paint timing; waits until `selector` is in the page. The page's book of paints is read long after the
 * paint, so that reading disturbs nothing. @throws when nothing is drawn in 20 s
 */
export async function readPaintTime(debuggerUrl: string, selector: string): Promise<number> {
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const page = await findPage(debuggerUrl);
    const seen = page === undefined ? undefined : await evaluate(page, paintScript(selector));
    if (seen?.drawn) return seen.paintedAt;
    await delay(pollMs);
  }
  throw new Error(`the page never drew ${selector}`);
}

async function findPage(debuggerUrl: string): Promise<string | undefined> {
  const { port } = new URL(debuggerUrl);
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const page = targets.parse(await answer.json()).find(({ type }) => type === 'page');
  return page?.webSocketDebuggerUrl;
}

function paintScript(selector: string): string {
  return `(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      drawn: paint !== undefined && document.querySelector(${JSON.stringify(selector)}) !== null,
      paintedAt: performance.timeOrigin + (paint?.startTime ?? 0),
    };
  })()`;
}

async function evaluate(page: string, expression: string) {
  const socket = new WebSocket(page);
  try {
    const answer = new Promise<unknown>((resolve, reject) => {
      socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))));
      socket.addEventListener('error', () => reject(new Error('the page cannot be asked')));
      socket.addEventListener('open', () => {
        const params = { expression, returnByValue: true };
        socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
      });
    });
    return evaluation.parse(await answer).result.result.value;
  } finally {
    socket.close();
  }
}
