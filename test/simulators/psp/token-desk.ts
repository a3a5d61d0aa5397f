import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';

/** What a token may be used for (API Pix 2.9.0). */
export const pspScopes = [
  'cob.read',
  'cob.write',
  'cobv.read',
  'cobv.write',
  'pix.read',
  'pix.write',
  'payloadlocation.read',
  'payloadlocation.write',
] as const;

export type PspScope = (typeof pspScopes)[number];

/** Who may ask for tokens, for what, and how long one lasts. */
export interface ClientAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenSeconds: number;
  readonly scopes: readonly PspScope[];
  /** Where client id and secret are looked for. */
  readonly credentials: 'basic' | 'form';
}

interface IssuedToken {
  readonly expiresAt: number;
  readonly scopes: readonly string[];
}

/** Issues and checks OAuth2 access tokens (client_credentials), as the PSPs do it. */
export class TokenDesk {
  private readonly account: ClientAccount;
  private readonly now: () => number;
  private readonly tokens = new Map<string, IssuedToken>();
  private issued = 0;

  constructor(account: ClientAccount, now: () => number) {
    this.account = account;
    this.now = now;
  }

  /** POST /oauth/token. Gives the scopes that are asked for and that the client has; all of these when none is named. */
  issue(request: SimulatorRequest): Answer {
    const { tokenSeconds } = this.account;
    const fields = fieldsOf(request.body);
    if (!this.knows(request, fields)) {
      return json(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="psp"' });
    }
    if (fields.grant_type !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' });
    const asked = typeof fields.scope === 'string' ? fields.scope.split(' ') : undefined;
    const scopes = this.account.scopes.filter((scope) => asked?.includes(scope) ?? true);
    this.issued += 1;
    const token = `psp-sim-token-${this.issued}`;
    this.tokens.set(token, { expiresAt: this.now() + tokenSeconds * 1000, scopes });
    return json(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope: scopes.join(' '),
    });
  }

  /** What is wrong with the request's token, if anything is. */
  refusal(request: SimulatorRequest, scope: PspScope): 'no-token' | 'no-scope' | undefined {
    const [scheme, name = ''] = (request.headers.authorization ?? '').split(' ');
    const token = this.tokens.get(name);
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token.expiresAt <= this.now()) {
      return 'no-token';
    }
    return token.scopes.includes(scope) ? undefined : 'no-scope';
  }

  /** Makes all tokens issued so far worthless. */
  revokeAll(): void {
    this.tokens.clear();
  }

  private knows(request: SimulatorRequest, fields: Readonly<Record<string, unknown>>): boolean {
    const { clientId, clientSecret, credentials } = this.account;
    if (credentials === 'form') return fields.client_id === clientId && fields.client_secret === clientSecret;
    const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    return request.headers.authorization === expected;
  }
}
