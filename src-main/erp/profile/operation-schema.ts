import * as z from 'zod';
import { wholeNumber } from '../../settings/setting-fields.ts';
import {
  charset,
  expression,
  extraHeaders,
  pathTemplate,
  statusCodes,
  statusWords,
} from './profile-fields.ts';

const notFound = z.strictObject({
  status: statusCodes().default([]).describe('HTTP statuses that say it by themselves.'),
  when: z.exactOptional(expression()).describe('True when a 2xx answer says it. $ is the answer.'),
});

const refused = z.strictObject({
  when: expression().describe('True when a 2xx answer is a no. $ is the answer.'),
  reason: z.exactOptional(expression()).describe("The ERP's own words about it."),
});

/** One request of an operation. */
export const stepSchema = z.strictObject({
  as: z
    .exactOptional(z.string().regex(/^[A-Za-z]\w{0,29}$/, 'use letras e números, por exemplo cliente'))
    .describe('Name by which later expressions find this answer: $answers.name.'),
  when: z
    .exactOptional(expression())
    .describe('Leaves the request out unless true. $ is the input of the operation.'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH']).describe('HTTP method.'),
  path: pathTemplate().describe("Path below the ERP's address; {name} is filled from the input."),
  input: z
    .exactOptional(expression())
    .describe('What is sent: an object by wire names. What the path uses up is not sent again.'),
  place: z
    .exactOptional(z.enum(['query', 'json', 'form']))
    .describe('Where the input goes; left out: query for GET, else json. A GET may have a JSON body.'),
  headers: extraHeaders().default({}).describe('Further headers.'),
  charset: z.exactOptional(charset()).describe('Characters of the answer.'),
  answer: z
    .enum(['json', 'text'])
    .default('json')
    .describe('What the answer is: JSON, or a text as it stands, e.g. bare base64. $ is then that text.'),
  timeoutMs: z
    .exactOptional(wholeNumber(500, 60_000))
    .describe('Milliseconds until a request without an answer is given up.'),
  acts: z
    .exactOptional(z.boolean())
    .describe(
      'Whether the request changes something; left out: every method but GET does, in operations that write.',
    ),
  success: z
    .exactOptional(expression())
    .describe('False when a 2xx answer is none after all. $ is the answer.'),
  notFound: z.exactOptional(notFound).describe('When the answer means that there is nothing of the kind.'),
  refused: z.exactOptional(refused).describe('When a 2xx answer is a no. Every 4xx is one by itself.'),
});

export type Step = z.output<typeof stepSchema>;

/** One operation: its requests in order, and what the last answer means in the kiosk's own words. */
export const operationSchema = z.strictObject({
  steps: z.array(stepSchema).min(1).max(10).describe('Requests, in order.'),
  requires: z
    .array(z.string())
    .default([])
    .describe('Inputs without which nothing is sent, e.g. writeOffId.'),
  result: expression()
    .prefault('$')
    .describe("The answer in the kiosk's own model. $ is the last answer; $input and $answers are known."),
  words: z
    .strictObject({
      done: statusWords().describe('Status texts that mean done.'),
      alreadyDone: statusWords().describe('Status texts that mean: it was so before.'),
      refused: statusWords().describe('Status texts that mean no.'),
    })
    .prefault({})
    .describe('What status texts of writes mean; any other text leaves it unknown.'),
});

export type Operation = z.output<typeof operationSchema>;
