import { describe, expect, it } from 'vitest';
import type { RequestPaper } from '../../../../src-main/attendance/request-paper.ts';
import { maria } from '../people.ts';
import { StagedVisit } from '../staged-visit.ts';
import { FakeTickets, offer, rules } from './fake-tickets.ts';

interface Staged {
  readonly stage: StagedVisit;
  readonly desk: FakeTickets;
}

function staged(): Staged {
  const desk = new FakeTickets();
  return { desk, stage: new StagedVisit({}, {}, { tickets: { desk, rules } }) };
}

async function atHelp(): Promise<Staged> {
  const all = staged();
  await all.stage.identify(maria);
  expect(all.stage.seeing('menu').entries).toContain('help');
  await all.stage.send({ type: 'choose-entry', entry: 'help' });
  return all;
}

const option = (optionId: string) => ({ type: 'choose-option', optionId }) as const;

async function atReview(): Promise<Staged> {
  const all = staged();
  await all.stage.identify(maria);
  await writeTicket(all.stage);
  return all;
}

/** From the menu to the review. */
async function writeTicket(stage: StagedVisit): Promise<void> {
  await stage.send({ type: 'choose-entry', entry: 'help' });
  await stage.send(option('principal:0'));
  await stage.send(option('T-1'));
  await stage.send({ type: 'enter-text', text: 'A internet caiu ontem' });
  await stage.touch('submit');
  await stage.send(option('0'));
}

describe('a ticket', () => {
  it('is not offered where nobody takes it', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    stage.seeing('invoices');
    const other = staged();
    other.desk.offered = false;
    await other.stage.identify(maria);
    other.stage.seeing('invoices');
  });

  it('goes to the only company left only when the customer says so, who sees which cannot be asked', async () => {
    const { stage, desk } = staged();
    desk.offer = { ...offer, places: offer.places.slice(1), unreadable: ['Vale Fibra'] };
    await stage.identify(maria);
    await stage.send({ type: 'choose-entry', entry: 'help' });
    expect(stage.seeing('ticket-choice')).toEqual({
      name: 'ticket-choice',
      question: 'place',
      options: [{ id: 'principal:', kind: 'general', text: 'Rede Horizonte' }],
      unreadable: ['Vale Fibra'],
    });
    await stage.send(option('principal:'));
    expect(stage.seeing('ticket-choice')).not.toHaveProperty('unreadable');
  });

  it('asks one thing after another, shows contacts masked and sends what was said', async () => {
    const { stage, desk } = await atHelp();
    expect(stage.seeing('ticket-choice')).toMatchObject({
      question: 'place',
      options: [
        { id: 'principal:0', kind: 'name', text: 'Fibra 500', detail: 'Rua das Flores, 10' },
        { id: 'principal:', kind: 'general' },
      ],
    });
    await stage.send(option('principal:0'));
    expect(stage.seeing('ticket-choice').question).toBe('type');
    await stage.send(option('T-1'));
    await stage.send({ type: 'enter-text', text: 'A internet caiu ontem ' });
    expect(stage.seeing('ticket-text').entry).toMatchObject({ keyboard: 'sentences', maxLength: 200 });
    await stage.touch('submit');
    expect(stage.seeing('ticket-choice').options.map(({ text }) => text)).toEqual([
      '(54) 9****-4321',
      's***@example.com',
      undefined,
      undefined,
      undefined,
    ]);
    await stage.send(option('1'));
    expect(stage.seeing('ticket-review')).toEqual({
      name: 'ticket-review',
      place: 'Fibra 500',
      subject: 'Sem conexão',
      message: 'A internet caiu ontem',
      contact: 's***@example.com',
      busy: false,
    });
    desk.hold();
    await stage.touch('submit');
    expect(stage.seeing('ticket-review').busy).toBe(true);
    desk.release();
    await stage.clock.advance(0);
    expect(stage.seeing('ticket-result')).toMatchObject({ standing: 'done', protocol: '5601' });
    expect(desk.orders).toMatchObject([
      {
        visitId: 'visit-1',
        document: maria.document,
        words: {
          place: offer.places[0],
          typeId: 'T-1',
          departmentId: 'D-1',
          subject: 'Sem conexão',
          message: 'A internet caiu ontem',
          contact: { kind: 'email', value: 'segredo@example.com' },
        },
      },
    ]);
  });

  it('takes another telephone, digit by digit, and shows it in full', async () => {
    const { stage } = await atReview();
    await stage.touch('back');
    await stage.send(option('phone'));
    await stage.type('5434');
    await stage.touch('submit');
    expect(stage.seeing('ticket-text')).toMatchObject({ error: 'wrong', entry: { text: '(54) 34' } });
    await stage.touch('erase');
    expect(stage.seeing('ticket-text').error).toBeUndefined();
    await stage.touch('clear');
    await stage.type('54987651111');
    await stage.touch('submit');
    expect(stage.seeing('ticket-review').contact).toBe('(54) 98765-1111');
  });

  it('goes back question by question, and then to the menu with nothing kept', async () => {
    const { stage } = await atReview();
    const seen: string[] = [];
    for (let touches = 0; touches < 5; touches += 1) {
      await stage.touch('back');
      const screen = stage.screen();
      seen.push('question' in screen ? screen.question : screen.name);
    }
    expect(seen).toEqual(['contact', 'message', 'type', 'place', 'menu']);
    await stage.send({ type: 'choose-entry', entry: 'help' });
    await stage.send(option('principal:'));
    await stage.send(option('T-2'));
    expect(stage.seeing('ticket-text').entry.text).toBe('');
  });

  it.each(['refused', 'unclear'] as const)('that is %s says so and is not sent again', async (outcome) => {
    const { stage, desk } = await atReview();
    desk.outcome = outcome;
    await stage.touch('submit');
    expect(stage.seeing('ticket-result').standing).toBe(outcome);
    await stage.touch('retry');
    expect(desk.orders).toHaveLength(1);
    await stage.touch('done');
    stage.seeing('menu');
  });

  it('that could not be sent may be sent again', async () => {
    const { stage, desk } = await atReview();
    desk.outcome = 'not-sent';
    await stage.touch('submit');
    expect(stage.seeing('ticket-result').standing).toBe('not-sent');
    await stage.touch('back');
    expect(stage.seeing('ticket-review').message).toBe('A internet caiu ontem');
    await stage.touch('submit');
    desk.outcome = 'done';
    await stage.touch('retry');
    expect(stage.seeing('ticket-result').standing).toBe('done');
    expect(desk.orders).toHaveLength(3);
    await stage.touch('leave');
    stage.seeing('thanks');
  });

  it('has its number printed where there is a printer, for whoever has one to keep', async () => {
    const papers: RequestPaper[] = [];
    const desk = new FakeTickets();
    const printRequest = (paper: RequestPaper) => {
      papers.push(paper);
      stage.paper.jobs.set('protocol-1', { state: 'queued' });
      return 'protocol-1';
    };
    const stage = new StagedVisit({}, {}, { tickets: { desk, rules }, printRequest });
    await stage.identify(maria);
    await writeTicket(stage);
    desk.outcome = 'refused';
    await stage.touch('submit');
    expect(stage.seeing('ticket-result').paper).toBe('none');
    await stage.touch('done');
    await writeTicket(stage);
    desk.outcome = 'unclear';
    await stage.touch('submit');
    expect(stage.seeing('ticket-result').paper).toBe('printing');
    expect(papers).toEqual([
      {
        visitId: 'visit-1',
        erp: 'principal',
        customer: { name: maria.customer.name, document: maria.document },
        protocol: '5601',
        standing: 'unclear',
        subject: 'Sem conexão',
        message: 'A internet caiu ontem',
      },
    ]);
    stage.paper.become('protocol-1', { state: 'printed' });
    expect(stage.seeing('ticket-result').paper).toBe('printed');
    await stage.touch('done');
    expect(stage.diary.entries).toContain('visit-1 paper-printed');
  });

  it('cannot be written where nobody can be asked; the customer may try again or go back', async () => {
    const all = staged();
    all.desk.failure = { kind: 'no-answer', detail: '' };
    await all.stage.identify(maria);
    await all.stage.send({ type: 'choose-entry', entry: 'help' });
    expect(all.stage.seeing('problem')).toMatchObject({
      problem: 'erp-unreachable',
      canRetry: true,
      canGoBack: true,
    });
    await all.stage.touch('back');
    all.stage.seeing('menu');
    await all.stage.send({ type: 'choose-entry', entry: 'help' });
    all.desk.failure = undefined;
    await all.stage.touch('retry');
    all.stage.seeing('ticket-choice');
  });

  it('is not sent when it cannot be written down', async () => {
    const { stage, desk } = await atReview();
    desk.defect = new Error('disk full');
    await stage.touch('submit');
    expect(stage.seeing('problem').problem).toBe('storage-unavailable');
  });

  it('leaves nothing of what was typed behind', async () => {
    const { stage } = await atReview();
    await stage.touch('back');
    await stage.send(option('email'));
    await stage.send({ type: 'enter-text', text: 'outro-segredo@example.com' });
    await stage.touch('submit');
    expect(stage.drawn()).toContain('outro-segredo');
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.drawn()).not.toMatch(/segredo|caiu|4321/);
    expect(JSON.stringify([stage.log, stage.diary.entries])).not.toMatch(/segredo|caiu|4321/);
  });

  it('takes no touch of the question before: it answers another one', async () => {
    const { stage } = await atHelp();
    const { screenKey } = stage.view();
    await stage.send(option('principal:0'), screenKey);
    await stage.send(option('T-1'), screenKey);
    expect(stage.seeing('ticket-choice').question).toBe('type');
  });
});
