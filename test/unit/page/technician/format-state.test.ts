import { describe, expect, it } from 'vitest';
import { formatMoment } from '../../../../src-renderer/technician/kit/format-moment.ts';
import { formatCents, formatSpan } from '../../../../src-renderer/technician/sections/format-state.ts';
import {
  describeReading,
  isDiskLow,
  judgeClock,
} from '../../../../src-renderer/technician/sections/machine-health.ts';

describe('amounts and times', () => {
  it('writes cents as reais', () => {
    expect(formatCents(112_990).replace(/\s/g, ' ')).toBe('R$ 1.129,90');
    expect(formatCents(1).replace(/\s/g, ' ')).toBe('R$ 0,01');
  });

  it('writes a span in its two largest units', () => {
    expect(formatSpan(0)).toBe('0 s');
    expect(formatSpan(-59_400)).toBe('59 s');
    expect(formatSpan(60_000)).toBe('1 min');
    expect(formatSpan(125_000)).toBe('2 min 5 s');
    expect(formatSpan(2 * 3_600_000 + 5 * 60_000)).toBe('2 h 5 min');
    expect(formatSpan(50 * 3_600_000)).toBe('2 dias 2 h');
  });

  it('writes a moment in the terminal’s zone, whatever the machine’s is', () => {
    const at = Date.UTC(2026, 10, 22, 1, 30);
    expect(formatMoment(at, 'America/Sao_Paulo')).toBe('21/11/2026, 22:30:00');
    expect(formatMoment(at, 'America/Rio_Branco')).toBe('21/11/2026, 20:30:00');
  });
});

describe('the clock', () => {
  it('is off beyond 30 seconds at any server, either way', () => {
    expect(judgeClock([{ host: 'a', aheadMs: 30_000 }, { host: 'b' }])).toBe('fine');
    expect(
      judgeClock([
        { host: 'a', aheadMs: 0 },
        { host: 'b', aheadMs: -30_001 },
      ]),
    ).toBe('off');
  });

  it('is unknown when nobody told the time', () => {
    expect(judgeClock([])).toBe('unknown');
    expect(judgeClock([{ host: 'a' }])).toBe('unknown');
  });

  it('says which way it is off', () => {
    expect(describeReading({ host: 'a' })).toBe('não respondeu com a hora');
    expect(describeReading({ host: 'a', aheadMs: -1_500 })).toBe('igual');
    expect(describeReading({ host: 'a', aheadMs: 65_000 })).toBe('este totem está 1 min 5 s adiantado');
    expect(describeReading({ host: 'a', aheadMs: -65_000 })).toBe('este totem está 1 min 5 s atrasado');
  });
});

it('warns of less than a gigabyte', () => {
  expect(isDiskLow(1_000_000_000)).toBe(false);
  expect(isDiskLow(999_999_999)).toBe(true);
});
