import * as z from 'zod';
import { baseAddress, lineOfText, secret, unlessBlank, wholeNumber } from './setting-fields.ts';

/** How end-call may want the day; the contract fixes none. */
export const callDateFormats = ['YYYY-MM-DD', 'DD/MM/YYYY', 'YYYYMMDD'] as const;

/** How end-call may want the time of day. */
export const callTimeFormats = ['HH:mm:ss', 'HH:mm', 'HHmmss'] as const;

/** Digits and the parts of a number; without the subscriber's own number it would dial one and the same. */
const PHONE_MASK = /^(?:\d|\{(?:country|ddd)\}){0,20}\{number\}\d{0,4}$/;

/** Section `relay.seniorCrm` of the settings. */
export const seniorCrmSettings = z
  .strictObject({
    baseUrl: baseAddress()
      .default('https://api.crmsenior.com.br')
      .describe('Address of the CRM; /cti3cx/… is added to it.'),
    token: secret().describe('Token of the CRM (`token_crm`), which its team gives out.'),
    tenant: lineOfText(80)
      .regex(/^[!-~]+$/, 'só pode ter letras sem acento, números e sinais, sem espaços')
      .describe("The company's name at the CRM (`tenant`)."),
    agentExtension: z
      .string()
      .trim()
      .regex(/^[\w*#.-]{1,20}$/, { error: unlessBlank('não é um ramal: use números, sem espaços') })
      .describe("The terminal's extension (ramal), by which the CRM knows who took the call."),
    phoneMask: z
      .string()
      .trim()
      .regex(PHONE_MASK, 'use números, {country}, {ddd} e, uma vez, {number}: por exemplo 00{ddd}{number}')
      .default('00{ddd}{number}')
      .describe(
        'How 3CX writes a number: digits as they are, {country} (55), {ddd} (area code) and {number} (8 or 9 digits). The CRM compares it as written.',
      ),
    dateFormat: z
      .enum(callDateFormats)
      .default('YYYY-MM-DD')
      .describe('How the CRM wants the date of a call.'),
    timeFormat: z
      .enum(callTimeFormats)
      .default('HH:mm:ss')
      .describe("How the CRM wants times of day. They are of the terminal's time zone."),
    callType: lineOfText(40).default('Inbound').describe('What the CRM is to call a visit (`calltype`).'),
    timeoutMs: wholeNumber(500, 60_000)
      .default(10_000)
      .describe(
        'Milliseconds that an answer may take. A lookup whose answer comes too late is not repeated.',
      ),
  })
  .describe('Senior CRM (3CX), where each visit of a customer with a telephone is kept as a call.');
