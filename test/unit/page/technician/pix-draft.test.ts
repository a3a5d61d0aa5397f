import { describe, expect, it } from 'vitest';
import {
  accountOptions,
  addAccount,
  removeAccount,
  renameAccount,
} from '../../../../src-renderer/technician/sections/pix-draft.ts';

const two = {
  accounts: [{ id: 'norte', payeeName: 'NORTE' }, { id: 'sul' }],
  defaultAccount: 'norte',
  accountByIdentifier: { '1.0': 'norte', '2': 'sul' },
  chargeExpirySeconds: 600,
};

describe('adding an account', () => {
  it('makes the first one the default', () => {
    expect(addAccount(undefined)).toEqual({ accounts: [{ id: 'principal' }], defaultAccount: 'principal' });
  });

  it('leaves the default of others alone', () => {
    const added = addAccount(two);
    expect(added.defaultAccount).toBe('norte');
    expect(added.accounts).toEqual([...two.accounts, { id: 'conta-3' }]);
  });
});

describe('removing an account', () => {
  it('makes the one that is left the default', () => {
    expect(removeAccount(two, 0)).toMatchObject({ accounts: [{ id: 'sul' }], defaultAccount: 'sul' });
  });

  it('keeps another default, and the words of who collects what, for a person to mend', () => {
    expect(removeAccount(two, 1)).toEqual({ ...two, accounts: [two.accounts[0]] });
  });

  it('leaves several others without a default: a person says which', () => {
    const three = { ...two, accounts: [...two.accounts, { id: 'leste' }] };
    expect(removeAccount(three, 0)).not.toHaveProperty('defaultAccount');
  });

  it('leaves nothing that names an account when it was the last one', () => {
    const one = { ...two, accounts: [{ id: 'norte' }] };
    expect(removeAccount(one, 0)).toEqual({ accounts: [], chargeExpirySeconds: 600 });
  });
});

describe('renaming an account', () => {
  const erps = [
    { id: 'fibra', pix: { defaultAccount: 'norte', accountByIdentifier: { a: 'norte', b: 'sul' } } },
    { id: 'tv' },
  ];

  it('takes along everything that names it, in the ERPs too', () => {
    expect(renameAccount({ version: 1, pix: two, erps }, 0, 'centro')).toEqual({
      version: 1,
      pix: {
        accounts: [{ id: 'centro', payeeName: 'NORTE' }, { id: 'sul' }],
        defaultAccount: 'centro',
        accountByIdentifier: { '1.0': 'centro', '2': 'sul' },
        chargeExpirySeconds: 600,
      },
      erps: [
        { id: 'fibra', pix: { defaultAccount: 'centro', accountByIdentifier: { a: 'centro', b: 'sul' } } },
        { id: 'tv' },
      ],
    });
  });

  it('moves no other account’s invoices while two have the same name', () => {
    const clash = renameAccount({ pix: two, erps }, 1, 'norte');
    expect(renameAccount(clash, 1, 'norte-2')).toMatchObject({
      pix: { defaultAccount: 'norte', accountByIdentifier: { '1.0': 'norte' } },
      erps: [{ pix: { defaultAccount: 'norte' } }, { id: 'tv' }],
    });
  });
});

it('offers the accounts that have a name to be chosen, each once', () => {
  const accounts = [{ id: 'norte', payeeName: 'NORTE' }, {}, { id: '' }, { id: 'norte' }, { id: 'sul' }];
  expect(accountOptions({ accounts })).toEqual([
    { value: 'norte', label: 'norte', hint: 'NORTE' },
    { value: 'sul', label: 'sul' },
  ]);
});
