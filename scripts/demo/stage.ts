import { z } from 'zod';
import type { Paper } from '../../test/simulators/printer/engine.ts';
import type { PrinterCondition } from '../../test/simulators/printer/status-bytes.ts';
import { demoPeople } from './demo-people.ts';
import type { DemoWorld } from './demo-world.ts';

/** What a person at the demo's page can do to the world around the kiosk. */
export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('pay'), txid: z.string() }),
  z.strictObject({ act: z.literal('pay-erp-pix'), invoiceId: z.string() }),
  z.strictObject({ act: z.literal('paper'), paper: z.enum(['ok', 'near-end', 'out']) }),
  z.strictObject({ act: z.literal('cover'), cover: z.enum(['open', 'closed']) }),
  z.strictObject({ act: z.literal('cable'), plugged: z.boolean() }),
  z.strictObject({ act: z.literal('erp'), on: z.boolean() }),
]);

export type Act = z.output<typeof actSchema>;

export interface SecondErp {
  readonly url: string;
  readonly token: string;
}

/** All that the page shows, as JSON. */
export interface StageView {
  readonly people: typeof demoPeople;
  /** Open charges at the PSP; `amount` in reais with two decimals. */
  readonly charges: readonly { readonly txid: string; readonly amount: string }[];
  /** Open invoices whose PIX is the ERP's own. */
  readonly erpPix: readonly { readonly invoiceId: string; readonly description: string }[];
  readonly printer: Pick<PrinterCondition, 'paper' | 'cover'> & { readonly plugged: boolean };
  readonly erpOn: boolean;
  /** An ERP of contract B that no setting names yet. */
  readonly secondErp: SecondErp;
  /** Numbers of the papers cut so far, from 1. */
  readonly papers: number;
  readonly news: {
    readonly paid: number;
    readonly writeOffs: readonly { readonly invoiceId: string; readonly times: number }[];
    /** What the ERP was asked for besides write-offs, in order. */
    readonly asked: readonly string[];
    readonly chat: number;
    /** What went to telephones, newest last. */
    readonly messages: readonly { readonly number: string; readonly text: string }[];
    readonly crm: number;
    readonly calls: number;
  };
}

/** The world around the kiosk, as the page beside it sees and moves it. */
export class Stage {
  readonly #world: DemoWorld;
  readonly #secondErp: SecondErp;
  /** Invoices with a PIX of the ERP's own that would be refused anyway are nothing to pay. */
  readonly #erpPix: StageView['erpPix'];
  #plugged = true;
  #erpOn = true;

  constructor(world: DemoWorld, secondErp: SecondErp, isSound: (brCode: string) => boolean) {
    this.#world = world;
    this.#secondErp = secondErp;
    this.#erpPix = world.invoices
      .filter(({ pixCode }) => pixCode !== '' && isSound(pixCode))
      .map(({ id, payerName, description }) => ({
        invoiceId: id,
        description: `${payerName}: ${description}`,
      }));
  }

  view(): StageView {
    const { erp, psp, chat, crm, senior, printer } = this.#world;
    const { charges } = psp.ledger;
    return {
      people: demoPeople,
      charges: charges
        .filter(({ status }) => status === 'ATIVA')
        .map(({ txid, amount }) => ({ txid, amount })),
      erpPix: this.#erpPix.filter(({ invoiceId }) => erp.isOpen(invoiceId)),
      printer: { paper: printer.condition.paper, cover: printer.condition.cover, plugged: this.#plugged },
      erpOn: this.#erpOn,
      secondErp: this.#secondErp,
      papers: printer.papers.length,
      news: {
        paid: charges.filter(({ status }) => status === 'CONCLUIDA').length,
        writeOffs: erp.ledger.writeOffs.map(({ invoiceId, times }) => ({ invoiceId, times })),
        asked: erp.ledger.writes.map(({ operation }) => operation),
        chat: chat.ledger.callbacks.length,
        messages: chat.ledger.messages.map(({ number, text }) => ({ number, text })),
        crm: crm.ledger.cases.length,
        calls: senior.ledger.calls.length,
      },
    };
  }

  /** The paper with this number, from 1. */
  paper(number: number): Paper | undefined {
    return this.#world.printer.papers[number - 1];
  }

  /** The contact panel of whoever has this document, as an agent's browser gets it. */
  async panel(document: string): Promise<string> {
    try {
      const answer = await fetch(this.#world.gateway.panelAddress(document));
      return await answer.text();
    } catch {
      return '<!doctype html><p lang="pt-BR">O totem ainda não responde. Atualize daqui a pouco.</p>';
    }
  }

  /** Does it; what is no longer possible (a charge that expired meanwhile) has no effect. */
  async perform(act: Act): Promise<void> {
    const { erp, psp, printer } = this.#world;
    switch (act.act) {
      case 'pay':
        psp.pay(act.txid);
        return;
      case 'pay-erp-pix':
        if (erp.isOpen(act.invoiceId)) erp.settleByOwnPix(act.invoiceId);
        return;
      case 'paper':
        printer.setCondition({ paper: act.paper });
        return;
      case 'cover':
        printer.setCondition({ cover: act.cover });
        return;
      case 'cable':
        this.#plugged = act.plugged;
        await (act.plugged ? printer.plug() : printer.unplug());
        return;
      case 'erp':
        this.#erpOn = act.on;
        erp.setFaults(act.on ? [] : [{ effect: { kind: 'drop-before' } }]);
    }
  }
}
