import { isIP } from 'node:net';
import * as z from 'zod';
import { isLoopbackAddress } from '../domain/ip-address.ts';
import { baseAddress, secret, unlessBlank, wholeNumber } from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';

const ORIGIN = /^https:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/i;

/** The token alone stands between strangers and customers' debts. */
const SHORTEST_TOKEN = 24;
/** What means nothing in an address, nor to the platform in those that are registered (RFC 3986, 2.3). */
const URL_SAFE = /^[\w.~-]*$/;

function pemFile() {
  return z.exactOptional(
    z.string().regex(/^\w[\w.-]{0,99}$/, {
      error: unlessBlank('use o nome de um arquivo da pasta certificates, sem caminho'),
    }),
  );
}

/** Section `gateway` of the settings. */
export const gatewaySettings = z
  .strictObject({
    address: z
      .string()
      .trim()
      .refine((text) => isIP(text) !== 0, {
        error: unlessBlank('não é um endereço IP: por exemplo, 127.0.0.1 ou 0.0.0.0'),
      })
      .default('127.0.0.1')
      .describe(
        'IP address of this machine that the gateway listens at. 127.0.0.1: only programs of this machine reach it; 0.0.0.0: all of its networks.',
      ),
    port: wholeNumber(1, 65_535).default(8443).describe('TCP port.'),
    token: secret(SHORTEST_TOKEN)
      .regex(URL_SAFE, 'só pode ter letras sem acento, números, “-”, “.”, “_” e “~”: ele vai em endereços')
      .meta({ writeOnly: true })
      .describe(
        'What every request must carry, at least 24 characters by chance; who has it reads what customers owe.',
      ),
    certificateFile: pemFile().describe(
      'Certificate with its issuers (PEM), a file in certificates of the data folder. Needed, with keyFile, unless only this machine or a reverse proxy reaches the gateway.',
    ),
    keyFile: pemFile().describe(
      'Private key of the certificate (PEM, without password), kept sealed as well.',
    ),
    behindProxy: z
      .boolean()
      .default(false)
      .describe(
        'A reverse proxy before the gateway does TLS and tells who asks (X-Forwarded-For). Only where nobody can pass it by.',
      ),
    publicUrl: z
      .exactOptional(baseAddress())
      .describe(
        'Address at which the chat platform reaches the gateway, for links in its answers. Left out: no links.',
      ),
    requestsPerMinute: wholeNumber(6, 6_000)
      .default(120)
      .describe('Requests a minute from one address; five times as many from all together.'),
    panel: z.boolean().default(true).describe("Serve the contact panel for the chat platform's iframe."),
    framedBy: z
      .array(
        z.string().regex(ORIGIN, {
          error: unlessBlank('use só https:// e o nome do servidor, por exemplo https://witi.me'),
        }),
      )
      .max(10)
      .default(['https://witi.me'])
      .describe('Origins of the pages that may show the panel in a frame.'),
    callbacks: z
      .boolean()
      .default(true)
      .describe("Answer the chat platform's callback addresses (OnLoadContact and so on) from the ERP."),
    linkDays: wholeNumber(1, 365)
      .default(30)
      .describe('Days for which a link to a receipt or boleto can be opened (relay.crm.linkFiles).'),
    saveEmail: z
      .boolean()
      .default(false)
      .describe('OnSaveContact changes the e-mail in the ERP, where it is another one.'),
    savePhone: z
      .boolean()
      .default(false)
      .describe('OnSaveContact changes the telephone in the ERP, where it is another one.'),
  })
  .superRefine(checkProtection)
  .describe('Local gateway through which the chat platform asks this kiosk. Left out: nothing listens.');

interface Protection {
  readonly address: string;
  readonly certificateFile?: string;
  readonly keyFile?: string;
  readonly behindProxy: boolean;
}

/** Nobody's debts go over a network in the clear. */
function checkProtection(gateway: Protection, context: z.RefinementCtx): void {
  const { address, certificateFile, keyFile, behindProxy } = gateway;
  const isOpen = !behindProxy && !isLoopbackAddress(address);
  const without = 'falta: sem ele só 127.0.0.1, ou um proxy que faça TLS';
  if (certificateFile === undefined && (isOpen || keyFile !== undefined)) {
    reportIssue(context, ['certificateFile'], isOpen ? without : 'falta o certificado desta chave');
  }
  if (keyFile === undefined && (isOpen || certificateFile !== undefined)) {
    reportIssue(context, ['keyFile'], isOpen ? without : 'falta a chave deste certificado');
  }
}
