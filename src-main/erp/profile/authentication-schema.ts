import * as z from 'zod';
import { expression, headerName, pathTemplate, statusCodes, tokenScheme } from './profile-fields.ts';

const tokenPlace = {
  header: headerName().default('Authorization').describe('Header that carries the token.'),
  scheme: tokenScheme().default('Bearer').describe('Word before the token; empty for none.'),
};

/** How requests show who they come from. The secrets themselves stand in the settings, never in a profile. */
export const authenticationSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('none') })
      .describe('Nothing beside what the expressions take from $credentials.'),
    z.strictObject({ kind: z.literal('header'), ...tokenPlace }).describe('A fixed token in a header.'),
    z.strictObject({ kind: z.literal('basic') }).describe('User name and password, HTTP Basic.'),
    z
      .strictObject({
        kind: z.literal('oauth2'),
        tokenPath: pathTemplate().describe("Path that gives tokens, below the ERP's address."),
        scope: z.exactOptional(z.string()).describe('Scope to ask for.'),
        clientSecretIn: z
          .enum(['basic', 'form'])
          .default('basic')
          .describe('Where client id and secret go: HTTP Basic, or fields of the form.'),
        ...tokenPlace,
      })
      .describe('OAuth 2 client credentials; the token is kept until it expires.'),
    z
      .strictObject({
        kind: z.literal('login'),
        method: z.enum(['GET', 'POST']).default('POST').describe('HTTP method of the login request.'),
        path: pathTemplate().describe('Path of the login request.'),
        input: expression().describe('What the login request sends, made of $credentials.'),
        place: z.enum(['query', 'json', 'form']).default('json').describe('Where its input goes.'),
        token: expression().describe("The token, from the login's answer."),
        expiresInSeconds: z
          .exactOptional(expression())
          .describe('Seconds that the token lives; left out: until it is refused.'),
        renewOn: statusCodes().default([401]).describe('Statuses that mean: the token is no longer valid.'),
        ...tokenPlace,
      })
      .describe('A login request whose token is used again, and renewed when it is refused or expires.'),
  ])
  .describe('How requests show who they come from.');

export type Authentication = z.output<typeof authenticationSchema>;
