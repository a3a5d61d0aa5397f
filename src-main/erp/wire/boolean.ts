import { failure, type Result, success } from '../../domain/result.ts';
import { foldText } from './text.ts';

const SPELLINGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['s', true],
  ['sim', true],
  ['1', true],
  ['false', false],
  ['n', false],
  ['nao', false],
  ['0', false],
]);

/** A yes or no in any spelling of contract A: `true`, "true", "S", "Sim", 1, "1" and their opposites. */
export function readBoolean(raw: unknown): Result<boolean | undefined, string> {
  if (raw === undefined || raw === null) return success(undefined);
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return failure('not a yes or no');
  }
  const text = foldText(String(raw));
  if (text === '') return success(undefined);
  const value = SPELLINGS.get(text);
  return value === undefined ? failure('not a yes or no') : success(value);
}
