import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ErpProfileChoice, JsonObject } from '../../../../src-main/contract/technician.ts';
import { erpOperations } from '../../../../src-main/erp/erp-operation.ts';
import { settingsJsonSchema } from '../../../../src-main/settings/json-schema.ts';
import { sectionOf } from '../../../../src-renderer/technician/frame/field-place.ts';
import { type Draft, DraftContext } from '../../../../src-renderer/technician/kit/draft-context.ts';
import { isList, isObject, readAt } from '../../../../src-renderer/technician/kit/draft-path.ts';
import type { LiveAnswer } from '../../../../src-renderer/technician/kit/use-call.ts';
import { ErpEntry } from '../../../../src-renderer/technician/sections/erp-entry.tsx';
import { PixSection } from '../../../../src-renderer/technician/sections/pix-section.tsx';
import { PrinterSection } from '../../../../src-renderer/technician/sections/printer-section.tsx';
import { RelaySection } from '../../../../src-renderer/technician/sections/relay-section.tsx';
import type { SectionKey } from '../../../../src-renderer/technician/sections/section-keys.ts';
import { TerminalSection } from '../../../../src-renderer/technician/sections/terminal-section.tsx';

/** Everything that may be there is there, so that nothing of the page stays folded for want of it. */
const draft: JsonObject = {
  erps: [
    {
      id: 'fibra',
      company: {},
      pix: {},
      operations: { getCustomer: { headers: { 'X-Empresa': 'sealed:v1:AAAA' } } },
    },
    { id: 'tv' },
  ],
  pix: {
    accounts: [{ id: 'principal', preset: 'banco-do-brasil', limits: { hours: [{}] } }],
    staticAccounts: [{ id: 'estatica', limits: { hours: [{}] } }],
  },
  printer: { serial: {}, tcp: {} },
  a4Printer: {},
  gateway: {},
  relay: {
    chat: { sender: {}, variables: {} },
    crm: { username: 'a', password: 'b', securityToken: 'c', privateKeyFile: 'd', customerUsername: 'e' },
    seniorCrm: {},
    webhooks: [{ id: 'erp' }],
  },
  terminal: { hours: [{}] },
};

const profile: ErpProfileChoice = {
  name: 'contract-a',
  title: 'A',
  description: '',
  own: false,
  credentials: ['token', 'username', 'password', 'clientId', 'clientSecret'],
  operations: erpOperations.map((name) => ({ name, path: '/' })),
  problems: [],
};

const profiles: LiveAnswer<'erp-profiles'> = {
  answer: [profile],
  busy: false,
  failed: false,
  reload: () => undefined,
};

const sections: Partial<Record<SectionKey, () => ReactElement>> = {
  erp: () => createElement(ErpEntry, { path: 'erps[0]', profiles, standard: 'contract-a' }),
  pix: () => createElement(PixSection),
  printer: () => createElement(PrinterSection),
  relay: () => createElement(RelaySection),
  terminal: () => createElement(TerminalSection),
};

/** Not for a person to choose. */
const ofTheFile = ['$schema', 'version'];

type Schema = JsonObject;

/** The path of every value that the settings may hold; of lists and free names the one that the draft has. */
function leavesOf(schema: Schema, path: string): readonly string[] {
  const { properties, additionalProperties, items, propertyNames } = schema;
  if (isObject(properties)) return Object.entries(properties).flatMap(below(path));
  if (isObject(items) && isObject(items.properties)) return leavesOf(items, `${path}[0]`);
  if (!isObject(additionalProperties)) return [path];
  const names = isObject(propertyNames) && isList(propertyNames.enum) ? propertyNames.enum : undefined;
  if (names !== undefined) return below(path)([nameOf(names[0]), additionalProperties]);
  const known = readAt(draft, path);
  const [free] = isObject(known) ? Object.keys(known) : [];
  return [free === undefined ? path : `${path}.${free}`];
}

function nameOf(name: unknown): string {
  if (typeof name !== 'string') throw new Error('a name that is no text');
  return name;
}

function below(path: string) {
  return ([name, schema]: readonly [string, unknown]): readonly string[] =>
    leavesOf(schema as Schema, path === '' ? name : `${path}.${name}`);
}

const leaves = leavesOf(settingsJsonSchema() as Schema, '').filter((path) => !ofTheFile.includes(path));

/** The section of a field, as it is drawn when a problem of the field was touched. */
function draw(path: string): string {
  const ignore = () => undefined;
  const value: Draft = {
    draft,
    problems: [],
    get: (at) => readAt(draft, at),
    set: ignore,
    remove: ignore,
    replace: ignore,
    problemAt: ignore,
    touch: ignore,
    forget: ignore,
    dirty: false,
    changes: 0,
    save: () => Promise.resolve(),
    undo: () => Promise.resolve(),
    reread: () => Promise.resolve(),
    progress: { step: 'idle' },
    state: { revision: 1, draft, problems: [], secretKeeping: 'keyring' },
    revealed: { path, round: 1 },
  };
  const section = sections[sectionOf(path) ?? 'state'];
  if (section === undefined) throw new Error(`${path} has no section`);
  return renderToStaticMarkup(createElement(DraftContext, { value }, section()));
}

describe('every field of the settings', () => {
  it('is known to this test', () => {
    expect(leaves.length).toBeGreaterThan(70);
    expect(leaves).toEqual(
      expect.arrayContaining([
        'erps[0].paths.getCustomer',
        'erps[0].operations.getCustomer.headers.X-Empresa',
        'erps[0].pix.defaultAccount',
        'erps[0].successWords',
        'terminal.hours[0].days',
        'visit.offer.pix',
      ]),
    );
  });

  it.each(leaves)('%s is where a problem of it leads to, with a control to take the focus', (path) => {
    const page = draw(path);
    expect(page).toContain(`id="field-${path}"`);
    expect(page).toContain(`id="field-${path}-label"`);
  });
});
