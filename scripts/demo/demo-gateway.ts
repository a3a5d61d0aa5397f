import { createServer } from 'node:net';
import { ChatPlatform } from '../../test/simulators/chat/platform.ts';

/** At least as long as the gateway wants it; the demo's kiosk hears this machine alone. */
const token = 'demo-gateway-token-0123456789';

/** The kiosk's own gateway, as the chat platform of the demo knows it. */
export interface DemoGateway {
  /** Section `gateway` of the settings. */
  readonly settings: { readonly port: number; readonly token: string };
  /** Where an agent's browser finds the contact panel of whoever has this CPF or CNPJ (digits and letters alone). */
  readonly panelAddress: (document: string) => string;
  /** The platform's side: opens contacts and shows their panels. */
  readonly platform: ChatPlatform;
}

/** Chooses a port for it that is free now. */
export async function planGateway(): Promise<DemoGateway> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}/t/${token}`;
  return {
    settings: { port, token },
    panelAddress: (document) => `${base}/panel?Document=${document}`,
    platform: new ChatPlatform({
      panelUrl: `${base}/panel`,
      callbackUrls: { OnLoadContact: `${base}/callbacks/OnLoadContact` },
      method: 'POST',
    }),
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
