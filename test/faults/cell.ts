import type { Scene, SceneOptions } from './scene.ts';

/** The columns of the table, as far as RELIABILITY.md tells them apart. */
export const stages = ['before the charge', 'QR shown', 'write-off in flight', 'print, relay'] as const;

export type Stage = (typeof stages)[number];

/** What the ledgers of the others show when all is at rest; what is absent is not looked at. */
export interface Ending {
  /** Charges at the PSP, live or not. */
  readonly charges?: number;
  /** Write-offs that the ERP was asked for, and how many of them took effect. */
  readonly posts?: number;
  readonly booked?: number;
  /** Receipts on paper. */
  readonly receipts?: number;
  /** Codes of the alarms that a person got, in order. */
  readonly alarms?: readonly string[];
}

/** One way in which a fault strikes at a step. */
export interface Case {
  /** S1–S12 of RELIABILITY.md. */
  readonly step: string;
  readonly how: string;
  readonly options?: SceneOptions;
  /** Brings a kiosk to the step, lets the fault strike, and checks what the customer must see meanwhile. */
  readonly play: (scene: Scene) => Promise<void>;
  readonly ends: Ending;
  /** The case needs what the product does not do yet: it is played, and its failure is no failure of the suite. */
  readonly waitsFor?: string;
  /** Part of the short form that runs with every `npm test`. */
  readonly short?: false;
}

export interface Cell {
  /** RELIABILITY.md's words. */
  readonly must: string;
  readonly cases: readonly Case[];
}

/** Nothing of ours is in flight there, or another suite proves it; says which. */
export interface Blank {
  readonly blank: string;
}

export interface Row {
  readonly fault: string;
  readonly cells: Readonly<Record<Stage, Cell | Blank>>;
}

/** A case and its place in the table. */
export interface PlacedCase {
  readonly fault: string;
  readonly stage: Stage;
  readonly must: string;
  readonly of: Case;
}

/** Every case of a table, row by row. */
export function placedCases(matrix: readonly Row[]): readonly PlacedCase[] {
  return matrix.flatMap(({ fault, cells }) =>
    stages.flatMap((stage) => {
      const cell = cells[stage];
      return 'blank' in cell ? [] : cell.cases.map((of) => ({ fault, stage, must: cell.must, of }));
    }),
  );
}
