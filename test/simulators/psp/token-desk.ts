import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';

/** Who may ask for tokens, and how long one lasts. */
export interface ClientAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenSeconds: number;
}

/** Issues and checks OAuth2 access tokens (client_credentials with HTTP Basic, as the PSPs do it). */
export class TokenDesk {
  private readonly account: ClientAccount;
  private readonly now: () => number;
  private readonly expiries = new Map<string, number>();
  private issued = 0;

  constructor(account: ClientAccount, now: () => number) {
    this.account = account;
    this.now = now;
  }

  /** POST /oauth/token. */
  issue(request: SimulatorRequest): Answer {
    const { clientId, clientSecret, tokenSeconds } = this.account;
    const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      return json(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="psp"' });
    }
    if (fieldsOf(request.body).grant_type !== 'client_credentials') {
      return json(400, { error: 'unsupported_grant_type' });
    }
    this.issued += 1;
    const token = `psp-sim-token-${this.issued}`;
    this.expiries.set(token, this.now() + tokenSeconds * 1000);
    return json(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope: 'cob.read cob.write pix.read',
    });
  }

  /** Whether the request bears a token that is still good. */
  accepts(request: SimulatorRequest): boolean {
    const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
    return scheme?.toLowerCase() === 'bearer' && (this.expiries.get(token) ?? 0) > this.now();
  }

  /** Makes all tokens issued so far worthless. */
  revokeAll(): void {
    this.expiries.clear();
  }
}
