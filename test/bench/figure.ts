import { z } from 'zod';

export const figureSchema = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['x', 'ms', 's', '/s', '/min', 'bytes', 'kB', 'MiB']),
  /** What the value must not be above, or below. A figure without an aim is told for comparison only. */
  aim: z
    .union([z.strictObject({ max: z.number().positive() }), z.strictObject({ min: z.number().positive() })])
    .exactOptional(),
  /** How many measurements the value is the median of. */
  samples: z.int().positive(),
});

/** Figures by name, in the order in which they are told. */
export const figuresSchema = z.record(z.string(), figureSchema);

/** One measured figure. */
export type Figure = Readonly<z.output<typeof figureSchema>>;
export type Figures = Readonly<Record<string, Figure>>;

/** A figure that is the median of what was measured, rounded to `digits` decimals. */
export function medianFigure(
  measured: readonly number[],
  unit: Figure['unit'],
  digits: number,
  max?: number,
): Figure {
  return {
    value: Number(median(measured).toFixed(digits)),
    unit,
    ...(max !== undefined && { aim: { max } }),
    samples: measured.length,
  };
}

/** The middle value; of an even number, the mean of the two in the middle. @throws when there is none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (lower + upper) / 2;
}

/** The figures for a person to read, one a line, each with its verdict. */
export function figureTable(figures: Figures): string {
  const rows = Object.entries(figures).map(([name, figure]) => [
    name,
    `${figure.value} ${figure.unit}`,
    aimText(figure),
    verdict(figure),
    `${figure.samples}`,
  ]);
  const table = [['figure', 'value', 'aim', '', 'samples'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function aimText({ aim }: Figure): string {
  if (!aim) return '';
  return 'max' in aim ? `≤ ${aim.max}` : `≥ ${aim.min}`;
}

function verdict({ value, aim }: Figure): string {
  if (!aim) return '';
  const met = 'max' in aim ? value <= aim.max : value >= aim.min;
  return met ? 'met' : 'MISSED';
}
