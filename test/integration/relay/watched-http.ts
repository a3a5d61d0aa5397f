import type { HttpClient } from '../../../src-main/http/http-client.ts';

/** A client that tells when all that it was asked has come back. */
export function watched(client: HttpClient): HttpClient & { quiet(): Promise<void> } {
  const under = new Set<Promise<unknown>>();
  return {
    request(request) {
      const answer = client.request(request);
      under.add(answer);
      void answer.then(() => under.delete(answer));
      return answer;
    },
    close: () => client.close(),
    async quiet() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}
