import { describe, expect, it } from 'vitest';
import {
  countChanges,
  readAt,
  stepsOf,
  writeAt,
} from '../../../../src-renderer/technician/kit/draft-path.ts';

const draft = { terminal: { id: 'T01' }, erps: [{ id: 'a' }, { id: 'b', auth: { token: 'x' } }] };

describe('a path', () => {
  it('names members and places', () => {
    expect(stepsOf('erps[1].auth.token')).toEqual(['erps', 1, 'auth', 'token']);
    expect(stepsOf('terminal')).toEqual(['terminal']);
    expect(stepsOf('erps[0].operations.getCustomer.headers.X-Api-Key')).toEqual([
      'erps',
      0,
      'operations',
      'getCustomer',
      'headers',
      'X-Api-Key',
    ]);
  });

  it('reads what is there, and nothing where nothing is', () => {
    expect(readAt(draft, 'erps[1].auth.token')).toBe('x');
    expect(readAt(draft, 'erps[7].auth.token')).toBeUndefined();
    expect(readAt(draft, 'terminal.id.length')).toBeUndefined();
    expect(readAt(draft, 'terminal.toString')).toBeUndefined();
  });
});

describe('writing', () => {
  it('changes one place and shares the rest', () => {
    const written = writeAt(draft, 'erps[1].auth.token', 'y');
    expect(readAt(written, 'erps[1].auth.token')).toBe('y');
    expect(readAt(draft, 'erps[1].auth.token')).toBe('x');
    expect(readAt(written, 'terminal')).toBe(draft.terminal);
  });

  it('makes what is missing on the way', () => {
    expect(writeAt({}, 'relay.chat.onLoadContact', 'https://a')).toEqual({
      relay: { chat: { onLoadContact: 'https://a' } },
    });
    expect(writeAt({}, 'erps[0].id', 'a')).toEqual({ erps: [{ id: 'a' }] });
  });

  it('takes away members and entries', () => {
    expect(writeAt(draft, 'terminal.id', undefined)).toEqual({ ...draft, terminal: {} });
    expect(writeAt(draft, 'erps[0]', undefined)).toEqual({ ...draft, erps: [draft.erps[1]] });
  });
});

describe('counting changes', () => {
  it('counts fields rather than parts', () => {
    expect(countChanges(draft, draft)).toBe(0);
    expect(countChanges(draft, writeAt(draft, 'erps[1].auth.token', 'y'))).toBe(1);
    expect(countChanges(draft, writeAt(draft, 'terminal.supportPhone', '1'))).toBe(1);
    expect(countChanges({ a: ['x'] }, { a: ['x', 'y', 'z'] })).toBe(2);
    expect(countChanges({ a: 1 }, { a: '1' })).toBe(1);
  });
});
