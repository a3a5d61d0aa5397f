/** A contact as the platform keeps it, by the names of its variables. */
export type PlatformContact = Record<string, string>;

/** What an answer of the company's looks like to the platform. */
export interface CompanyAnswer {
  readonly status: number;
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly json: unknown;
}

export interface PlatformInstance {
  /** Contact panel, as registered: with variables between dollar signs. */
  readonly panelUrl: string;
  /** Callback address for each event, likewise. */
  readonly callbackUrls: Readonly<Record<string, string>>;
  /** Whether events are fired by GET, or by POST with everything that is known of the contact. */
  readonly method: 'GET' | 'POST';
}

/** Fields of a profile and the variables that they become. */
const profileFields: Readonly<Record<string, string>> = {
  Name: 'name',
  Email: 'Email',
  Telefone: 'Phone',
  Document: 'Document',
  UrlInfo: 'UrlInfo',
  MemoText: 'Note',
  SegmentName: 'SegmentName',
};

/**
 * The chat platform's own side: fires a contact's events at the company's addresses, keeps for good whatever profile comes
 * back, and opens the contact panel by POST with everything it knows.
 */
export class ChatPlatform {
  readonly #instance: PlatformInstance;

  constructor(instance: PlatformInstance) {
    this.#instance = instance;
  }

  /** An agent picks a contact: its profile is asked for and kept, then the panel is opened. */
  async openContact(contact: PlatformContact): Promise<{ profile: CompanyAnswer; panel: CompanyAnswer }> {
    const profile = await this.fire('OnLoadContact', contact);
    keepProfile(contact, profile.json);
    const panelUrl = contact.UrlInfo ?? this.#instance.panelUrl;
    return { profile, panel: await post(fill(panelUrl, contact), contact) };
  }

  /** Fires one event. */
  fire(event: string, contact: PlatformContact): Promise<CompanyAnswer> {
    const url = this.#instance.callbackUrls[event];
    if (url === undefined) throw new Error(`no address is registered for ${event}`);
    const address = fill(url, contact);
    return this.#instance.method === 'POST' ? post(address, contact) : get(address);
  }

  /** An agent saves a contact: the company may refuse, and is told if it does not. */
  async saveContact(contact: PlatformContact): Promise<{ allowed: boolean; saved?: CompanyAnswer }> {
    const before = await this.fire('OnBeforeSaveContact', contact);
    const { json } = before;
    const allowed = json === true || json === 'true' || (isObject(json) && json.result === true);
    return allowed ? { allowed, saved: await this.fire('OnSaveContact', contact) } : { allowed };
  }
}

/** Whatever is in the profile replaces what was there, an empty text as well as any other. */
function keepProfile(contact: PlatformContact, profile: unknown): void {
  if (!isObject(profile)) return;
  for (const [field, variable] of Object.entries(profileFields)) {
    const value = profile[field];
    if (typeof value === 'string') contact[variable] = value;
  }
}

function fill(address: string, contact: PlatformContact): string {
  return address.replace(/\$(\w+)\$/g, (_variable, name: string) => {
    const known = Object.keys(contact).find((each) => each.toLowerCase() === name.toLowerCase());
    return encodeURIComponent(known === undefined ? '' : (contact[known] ?? ''));
  });
}

async function get(address: string): Promise<CompanyAnswer> {
  return answerOf(await fetch(address));
}

async function post(address: string, contact: PlatformContact): Promise<CompanyAnswer> {
  const headers = { 'content-type': 'application/json' };
  return answerOf(await fetch(address, { method: 'POST', headers, body: JSON.stringify(contact) }));
}

async function answerOf(response: Response): Promise<CompanyAnswer> {
  const text = await response.text();
  return { status: response.status, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
