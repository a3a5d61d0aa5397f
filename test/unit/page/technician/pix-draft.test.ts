import { describe, expect, it } from 'vitest';
import {
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
  it('takes along everything that names it', () => {
    expect(renameAccount(two, 0, 'centro')).toEqual({
      accounts: [{ id: 'centro', payeeName: 'NORTE' }, { id: 'sul' }],
      defaultAccount: 'centro',
      accountByIdentifier: { '1.0': 'centro', '2': 'sul' },
      chargeExpirySeconds: 600,
    });
  });

  it('moves no other account’s invoices while two have the same name', () => {
    const clash = renameAccount(two, 1, 'norte');
    const apart = renameAccount(clash, 1, 'norte-2');
    expect(apart.defaultAccount).toBe('norte');
    expect(apart.accountByIdentifier).toMatchObject({ '1.0': 'norte' });
  });
});
