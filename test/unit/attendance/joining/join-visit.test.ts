import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../../src-main/domain/result.ts';
import { maria } from '../people.ts';
import { anaCpf } from './join-people.ts';
import { JoinStage } from './join-stage.ts';

const made = {
  id: 'b'.repeat(32),
  visitId: 'an earlier visit',
  subject: 'another form',
  kind: 'prospect',
  erp: 'principal',
  state: 'done',
  isHandled: false,
  remoteId: 'N-1',
  createdAt: Date.UTC(2026, 10, 20, 15),
} as const;

const noAnswer = failure({ kind: 'no-answer', detail: 'timeout' } as const);

describe('"Quero ser cliente"', () => {
  it('leads from the attract screen through the questions to a prospect with its number', async () => {
    const stage = new JoinStage();
    expect(stage.seeing('attract')).toMatchObject({ offersJoin: true });
    await stage.fill();
    expect(stage.seeing('join-review')).toMatchObject({ covered: true });
    expect(stage.erp.prospects).toEqual([]);
    await stage.agree();
    expect(stage.seeing('join-done')).toMatchObject({
      outcome: 'done',
      kind: 'prospect',
      protocol: 'AAAAAAAAAA',
      remarks: 'Recebido',
    });
    expect(stage.erp.prospects).toHaveLength(1);
    expect(stage.erp.prospects[0]).toMatchObject({
      name: 'Ana Conceição Lima',
      document: anaCpf,
      birthDate: '1980-03-07',
      email: 'ana.lima@example.com',
      installation: { city: 'Bento Gonçalves', state: 'RS', number: '120', landmark: 'ao lado da praça' },
      remarks: expect.stringContaining('v-consent') as string,
    });
    expect(stage.requests.orders[0]?.terms).toMatchObject({ version: 'v-consent' });
    await stage.touch('done');
    stage.seeing('thanks');
  });

  it('is not there where nobody can be registered, and while the kiosk is closed', async () => {
    const stage = new JoinStage();
    stage.erp.operations = [];
    expect(stage.seeing('attract').offersJoin).toBeUndefined();
    await stage.touch('join');
    stage.seeing('attract');
  });

  it('is offered to whose document nobody knows, who need not type it again', async () => {
    const stage = new JoinStage();
    await stage.identify({ document: anaCpf });
    expect(stage.seeing('document')).toMatchObject({ error: 'not-found', offersJoin: true });
    await stage.touch('join');
    for (let asked = 0; asked < 5; asked += 1) await stage.answer();
    expect(stage.seeing('document')).toMatchObject({ purpose: 'join-person', entry: '123.456.789-09' });
  });

  it('goes one step back at a time and keeps what was typed', async () => {
    const stage = new JoinStage();
    await stage.touch('join');
    for (let asked = 0; asked < 4; asked += 1) await stage.answer();
    await stage.send({ type: 'enter-text', text: 'Ana Con' });
    await stage.touch('back');
    expect(stage.seeing('join-choice').question).toBe('personKind');
    await stage.answer();
    expect(stage.seeing('join-text').entry.text).toBe('Ana Con');
    for (let back = 0; back < 4; back += 1) await stage.touch('back');
    expect(stage.seeing('join-choice').question).toBe('city');
    await stage.touch('back');
    stage.seeing('attract');
  });

  it('goes back to the document that nobody knew', async () => {
    const stage = new JoinStage();
    await stage.identify({ document: anaCpf });
    await stage.touch('join');
    await stage.touch('back');
    expect(stage.seeing('document')).toMatchObject({ error: 'not-found' });
  });

  it('changes one line from the review and comes back to it', async () => {
    const stage = new JoinStage();
    await stage.fill();
    await stage.send({ type: 'choose-option', optionId: 'street' });
    expect(stage.seeing('join-text')).toMatchObject({ question: 'street', entry: { text: 'Rua São João' } });
    await stage.send({ type: 'enter-text', text: 'Rua Nova' });
    await stage.touch('submit');
    expect(stage.seeing('join-review').lines).toContainEqual({ question: 'street', value: 'Rua Nova' });
  });

  it('leaves a lead where there is no coverage', async () => {
    const stage = new JoinStage();
    await stage.fill({ city: 'other' });
    expect(stage.seeing('join-review').covered).toBe(false);
    await stage.agree();
    expect(stage.seeing('join-done')).toMatchObject({ outcome: 'done', kind: 'lead' });
    expect(stage.erp.leads).toHaveLength(1);
  });

  it('sends nothing without a yes', async () => {
    const stage = new JoinStage();
    await stage.fill();
    await stage.touch('agree');
    stage.seeing('join-review');
    await stage.touch('submit');
    await stage.touch('submit');
    stage.seeing('join-consent');
    await stage.touch('leave');
    expect(stage.requests.orders).toEqual([]);
  });

  it('says that it is being checked when the answer is lost, and never sends it twice', async () => {
    const stage = new JoinStage();
    stage.erp.reply = noAnswer;
    await stage.fill();
    await stage.agree();
    expect(stage.seeing('join-done')).toMatchObject({ outcome: 'unclear', protocol: 'AAAAAAAAAA' });
    await stage.touch('retry');
    stage.seeing('join-done');
    expect(stage.erp.prospects).toHaveLength(1);
  });

  it('lets the customer try again what the ERP never saw', async () => {
    const stage = new JoinStage();
    stage.erp.reply = failure({ kind: 'not-sent', detail: 'refused' });
    await stage.fill();
    await stage.agree();
    const screen = stage.seeing('join-done');
    expect(screen.outcome).toBe('not-sent');
    expect(screen.protocol).toBeUndefined();
    stage.erp.reply = success({ id: 'N-2' });
    await stage.touch('retry');
    expect(stage.seeing('join-done').outcome).toBe('done');
  });

  it.each([
    ['unclear', 30],
    ['sent', 0],
    ['done', 0],
  ] as const)('sends nothing again that an earlier visit sent: %s, %i days ago', async (state, daysAgo) => {
    const stage = new JoinStage();
    const createdAt = stage.clock.wallTime() - daysAgo * 86_400_000 - 60_000;
    stage.made.set([...anaCpf].toReversed().join(''), [{ ...made, state, createdAt }]);
    await stage.fill();
    await stage.agree();
    expect(stage.seeing('join-done')).toMatchObject({
      outcome: 'already',
      protocol: 'BBBBBBBBBB',
      paper: 'none',
    });
    expect(stage.erp.prospects).toEqual([]);
    expect(stage.papers).toEqual([]);
  });

  it.each([
    ['of another company', { erp: 'outra' }],
    ['that a person has looked at', { state: 'unclear', isHandled: true }],
    ['done days ago', { createdAt: Date.UTC(2026, 10, 18) }],
  ] as const)('sends it in spite of one %s', async (_, change) => {
    const stage = new JoinStage();
    stage.made.set([...anaCpf].toReversed().join(''), [{ ...made, ...change }]);
    await stage.fill();
    await stage.agree();
    expect(stage.seeing('join-done').outcome).toBe('done');
  });

  it('tells a customer to come in as one, before they have to tell the rest', async () => {
    const stage = new JoinStage();
    await stage.touch('join');
    for (let asked = 0; asked < 5; asked += 1) await stage.answer();
    await stage.answer({ document: maria.document });
    expect(stage.seeing('join-done')).toMatchObject({ outcome: 'customer' });
    await stage.touch('done');
    expect(stage.seeing('document')).toMatchObject({ entry: '529.982.247-25' });
    expect(stage.seeing('document').purpose).toBeUndefined();
  });

  it('goes on where the company cannot say whether somebody is its customer', async () => {
    const stage = new JoinStage();
    await stage.touch('join');
    for (let asked = 0; asked < 5; asked += 1) await stage.answer();
    stage.directory.failure = { kind: 'no-answer', detail: 'timeout' };
    await stage.answer({ document: maria.document });
    expect(stage.seeing('join-text').question).toBe('birthDate');
  });

  it('keeps when the customer agreed, however often it is sent', async () => {
    const stage = new JoinStage();
    stage.erp.reply = failure({ kind: 'not-sent', detail: 'refused' });
    await stage.fill();
    const agreedAt = stage.clock.wallTime();
    await stage.agree();
    await stage.clock.advance(30_000);
    await stage.touch('retry');
    expect(stage.requests.orders.map(({ terms }) => terms?.acceptedAt)).toEqual([agreedAt, agreedAt]);
  });

  it('says so when the company cannot be asked what it offers', async () => {
    const stage = new JoinStage();
    stage.erp.failure = { kind: 'no-answer', detail: 'timeout' };
    await stage.touch('join');
    expect(stage.seeing('problem')).toMatchObject({ problem: 'erp-unreachable', canRetry: true });
    stage.erp.failure = undefined;
    await stage.touch('retry');
    stage.seeing('join-choice');
  });

  it('takes the number to paper, told as it comes out', async () => {
    const stage = new JoinStage();
    await stage.fill();
    await stage.agree();
    expect(stage.papers).toEqual(['AAAAAAAAAA']);
    expect(stage.seeing('join-done').paper).toBe('printing');
    stage.attendance.tell({ type: 'print-changed', jobId: 'paper-1', progress: { state: 'printed' } });
    expect(stage.seeing('join-done').paper).toBe('printed');
    await stage.touch('done');
    expect(stage.diary.entries.some((entry) => entry.includes('paper-printed'))).toBe(true);
  });

  it('leaves no paper in the queue for who goes before it is out', async () => {
    const stage = new JoinStage();
    await stage.fill();
    await stage.agree();
    await stage.touch('done');
    expect(stage.paper.cancelled).toEqual(['paper-1']);
  });

  it('does without paper where there is no printer', async () => {
    const stage = new JoinStage({ print: false });
    await stage.fill();
    await stage.agree();
    expect(stage.seeing('join-done').paper).toBe('none');
  });

  it.each(['leave', 'time-out'] as const)('forgets what was typed: %s', async (end) => {
    const stage = new JoinStage();
    await stage.touch('join');
    for (let asked = 0; asked < 8; asked += 1) await stage.answer();
    if (end === 'leave') await stage.touch('leave');
    else await stage.clock.advance(61_000);
    stage.seeing('attract');
    await stage.touch('join');
    await stage.answer();
    expect(stage.drawn()).not.toContain('Ana');
    expect(JSON.stringify(stage.log.entries)).not.toContain('Ana');
    expect(stage.diary.entries.join()).not.toContain(anaCpf);
  });

  it('does not send somebody home who types slowly', async () => {
    const stage = new JoinStage();
    await stage.touch('join');
    for (let asked = 0; asked < 4; asked += 1) await stage.answer();
    for (const text of ['A', 'An', 'Ana', 'Ana ', 'Ana C']) {
      await stage.clock.advance(40_000);
      await stage.send({ type: 'enter-text', text });
    }
    expect(stage.seeing('join-text').entry.text).toBe('Ana C');
    expect(stage.view().idleWarning).toBeUndefined();
  });
});

describe('a customer who orders', () => {
  it('chooses a product, agrees to price and terms, and has a number', async () => {
    const stage = new JoinStage();
    await stage.openMenu(maria);
    expect(stage.seeing('menu').entries).toContain('order');
    await stage.send({ type: 'choose-entry', entry: 'order' });
    expect(stage.seeing('join-choice').question).toBe('product');
    await stage.answer();
    expect(stage.seeing('join-review')).toMatchObject({ purpose: 'order' });
    expect(stage.seeing('join-review').lines).toEqual([
      { question: 'product', value: 'Fibra 500 Mega', priceCents: 12_990 },
    ]);
    await stage.agree();
    expect(stage.seeing('join-done')).toMatchObject({ outcome: 'done', kind: 'order' });
    expect(stage.erp.orders).toHaveLength(1);
    expect(stage.erp.orders[0]).toMatchObject({
      id: stage.erp.keys[0],
      items: [{ productId: 'PROD-1', quantity: 1, priceCents: 12_990 }],
      prospect: { document: maria.document },
    });
    await stage.touch('done');
    stage.seeing('menu');
  });

  it('goes back to the menu also when the company does not say what there is', async () => {
    const stage = new JoinStage();
    await stage.openMenu(maria);
    stage.erp.failure = { kind: 'no-answer', detail: '' };
    await stage.send({ type: 'choose-entry', entry: 'order' });
    expect(stage.seeing('problem')).toMatchObject({ canRetry: true, canGoBack: true });
    await stage.touch('back');
    stage.seeing('menu');
  });

  it('orders another product on the same day, and not the same one again in another visit', async () => {
    const stage = new JoinStage();
    const order = async (product: string): Promise<void> => {
      await stage.send({ type: 'choose-entry', entry: 'order' });
      await stage.answer({ product });
      await stage.agree();
    };
    await stage.openMenu(maria);
    await order('PROD-1');
    const [first] = stage.requests.orders;
    stage.made.set([...maria.document].toReversed().join(''), [
      { ...made, kind: 'order', subject: first?.subject ?? '', createdAt: stage.clock.wallTime() },
    ]);
    await stage.touch('done');
    await order('PROD-2');
    expect(stage.seeing('join-done').outcome).toBe('done');
    await stage.touch('done');
    await order('PROD-1');
    expect(stage.seeing('join-done').outcome).toBe('already');
    expect(stage.erp.orders).toHaveLength(2);
  });

  it('is not offered an order of nothing, nor makes one', async () => {
    const stage = new JoinStage();
    stage.erp.operations = stage.erp.operations.filter((each) => each !== 'listProducts');
    await stage.identify(maria);
    expect(stage.screen().name).not.toBe('menu');
    const bare = new JoinStage({ products: [] });
    await bare.openMenu(maria);
    await bare.send({ type: 'choose-entry', entry: 'order' });
    expect(bare.seeing('join-done').outcome).toBe('held');
  });

  it('goes back to the menu', async () => {
    const stage = new JoinStage();
    await stage.openMenu(maria);
    await stage.send({ type: 'choose-entry', entry: 'order' });
    await stage.touch('back');
    stage.seeing('menu');
  });

  it.each(['a pending text', 'no answer about it'] as const)('is held back by %s', async (why) => {
    const stage = new JoinStage({ held: true });
    stage.erp.pending = why === 'a pending text' ? ['Cliente com equipamento a devolver'] : [];
    if (why !== 'a pending text') stage.erp.failure = { kind: 'no-answer', detail: 'timeout' };
    await stage.openMenu(maria);
    await stage.send({ type: 'choose-entry', entry: 'order' });
    expect(stage.seeing('join-done').outcome).toBe('held');
    expect(stage.drawn()).not.toContain('equipamento');
    expect(stage.erp.orders).toEqual([]);
    await stage.touch('done');
    stage.seeing('menu');
  });
});

describe('"Como está meu pedido?"', () => {
  const mark = [...anaCpf].toReversed().join('');
  async function ask(stage: JoinStage): Promise<void> {
    await stage.touch('ask-progress');
    expect(stage.seeing('document').purpose).toBe('progress');
    await stage.type(anaCpf);
    await stage.touch('submit');
  }

  it("tells the ERP's words, what they mean, and why not", async () => {
    const stage = new JoinStage();
    stage.made.set(mark, [made]);
    stage.erp.progress = success({ status: 'Reprovado', reason: 'Sem viabilidade' });
    await ask(stage);
    expect(stage.seeing('join-progress').requests).toEqual([
      {
        protocol: 'BBBBBBBBBB',
        kind: 'prospect',
        companyName: 'Rede Horizonte',
        madeOn: '2026-11-20',
        state: 'asked',
        status: 'Reprovado',
        meaning: 'refused',
        reason: 'Sem viabilidade',
      },
    ]);
    await stage.touch('done');
    stage.seeing('attract');
  });

  it('shows no number of a person that the company put into its words', async () => {
    const stage = new JoinStage();
    stage.made.set(mark, [made]);
    stage.erp.progress = success({ status: 'Recusado', reason: 'CPF 123.456.789-09 com débito' });
    await ask(stage);
    expect(stage.drawn()).not.toContain('123.456.789-09');
    expect(stage.seeing('join-progress').requests[0]?.reason).toBe('CPF … com débito');
  });

  it('asks no ERP by an id that is no prospect’s', async () => {
    const stage = new JoinStage();
    stage.made.set(mark, [
      { ...made, kind: 'order' },
      { ...made, id: 'c'.repeat(32), state: 'unclear' },
    ]);
    await ask(stage);
    expect(stage.seeing('join-progress').requests.map(({ state }) => state)).toEqual(['received', 'unclear']);
  });

  it('finds nothing of anybody else, and says so plainly', async () => {
    const stage = new JoinStage();
    await ask(stage);
    expect(stage.seeing('join-progress').requests).toEqual([]);
    await stage.touch('back');
    expect(stage.seeing('document').purpose).toBe('progress');
  });

  it('wants a document that can be one', async () => {
    const stage = new JoinStage();
    await stage.touch('ask-progress');
    await stage.type('111');
    await stage.touch('submit');
    expect(stage.seeing('document')).toMatchObject({ purpose: 'progress', error: 'incomplete' });
  });
});
