import { failure, success } from '../../domain/result.ts';
import type { ReadValue } from './record.ts';
import { readText } from './text.ts';

/**
 * A CPF or CNPJ that must be the one asked for, with or without its mask: a row of somebody else's is never shown.
 * One that comes as a JSON number has lost its leading zeros.
 */
export function sameDocument(asked: string): ReadValue<string> {
  return (raw) => {
    const text = readText(raw);
    if (!text.ok || text.value === undefined) return text;
    const bare = text.value.replace(/[.\-/\s]/g, '').toUpperCase();
    const document = typeof raw === 'number' ? bare.padStart(asked.length, '0') : bare;
    return document === asked ? success(document) : failure('another document than the one asked for');
  };
}
