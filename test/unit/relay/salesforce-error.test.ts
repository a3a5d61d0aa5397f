import { describe, expect, it } from 'vitest';
import { readApiUsage } from '../../../src-main/relay/crm/api-usage.ts';
import { readDuplicates, readFailure } from '../../../src-main/relay/crm/salesforce-error.ts';

function refused(body: unknown, status = 400) {
  return { kind: 'refused', status, detail: 'POST sf: status 400', body } as const;
}

describe("what Salesforce's refusals mean", () => {
  it('codes and fields are told, messages never', () => {
    const body = [
      { errorCode: 'STRING_TOO_LONG', message: 'Nome: value too large: Maria', fields: ['LastName', 'a b'] },
      { errorCode: 'INVALID_FIELD', message: 'No such column' },
    ];
    expect(readFailure(refused(body))).toMatchObject({
      kind: 'refused',
      detail: 'POST sf: status 400 STRING_TOO_LONG (LastName) INVALID_FIELD',
    });
  });

  it.each([[[{ errorCode: 'maria@example.com' }]], ['text'], [undefined], [{ error: 'x' }]])(
    'what has another shape stays as it came: %o',
    (body) => {
      expect(readFailure(refused(body))).toEqual(refused(body));
    },
  );

  it.each(['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE', 'QUERY_TIMEOUT', 'REQUEST_RUNNING_TOO_LONG'])(
    '%s passes',
    (errorCode) => {
      expect(readFailure(refused([{ errorCode }]))).toMatchObject({ kind: 'server-error', status: 400 });
    },
  );

  it('used-up calls are a matter of minutes, not of who signs in', () => {
    expect(readFailure(refused([{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }], 403))).toMatchObject({
      kind: 'server-error',
      retryAfterMs: 900_000,
    });
  });

  it.each(['duplicateResut', 'duplicateResult'])('duplicates are read from %s', (key) => {
    const matchResults = [{ matchRecords: [{ record: { Id: '003A' } }, { record: { Id: '003B' } }] }];
    const error = { errorCode: 'DUPLICATES_DETECTED', [key]: { allowSave: true, matchResults } };
    expect(readDuplicates(refused([error]))).toEqual({ allowSave: true, ids: ['003A', '003B'] });
  });

  it('duplicates without details allow nothing', () => {
    expect(readDuplicates(refused([{ errorCode: 'DUPLICATES_DETECTED' }]))).toEqual({
      allowSave: false,
      ids: [],
    });
    expect(readDuplicates(refused([{ errorCode: 'STRING_TOO_LONG' }]))).toBeUndefined();
  });
});

it.each([
  ['api-usage=18/15000', { used: 18, most: 15_000 }],
  ['api-usage=25/5000; per-app-api-usage=17/250(appName=sample)', { used: 25, most: 5000 }],
  ['per-app-api-usage=17/250(appName=sample)', undefined],
  ['api-usage=x/y', undefined],
  [undefined, undefined],
])('usage of the API in %s', (header, usage) => {
  expect(readApiUsage(header)).toEqual(usage);
});
