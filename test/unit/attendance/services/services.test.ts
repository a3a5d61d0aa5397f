import { describe, expect, it } from 'vitest';
import type { RequestPaper } from '../../../../src-main/attendance/request-paper.ts';
import { maria } from '../people.ts';
import { StagedVisit } from '../staged-visit.ts';
import { FakeServices, fibre, telephone } from './fake-services.ts';

/** A visit at the menu, with a printer for protocols. */
async function atMenu() {
  const services = new FakeServices();
  const papers: RequestPaper[] = [];
  const stage: StagedVisit = new StagedVisit(
    {},
    {},
    {
      services,
      printRequest: (paper) => {
        papers.push(paper);
        stage.paper.jobs.set('protocol-1', { state: 'queued' });
        return 'protocol-1';
      },
    },
  );
  await stage.identify(maria);
  return { stage, services, papers };
}

async function atServices() {
  const scene = await atMenu();
  await scene.stage.send({ type: 'choose-entry', entry: 'services' });
  return scene;
}

async function atService(service = fibre) {
  const scene = await atServices();
  await scene.stage.send({ type: 'choose-service', serviceId: service.key });
  return scene;
}

async function atTerms() {
  const scene = await atService();
  await scene.stage.touch('ask-unlock');
  return scene;
}

describe('my services', () => {
  it('are listed, with the ERP’s own words for their state', async () => {
    const { stage } = await atServices();
    expect(stage.seeing('services')).toEqual({
      name: 'services',
      busy: false,
      services: [
        {
          id: 'principal:0',
          name: 'Fibra 500 Mega',
          address: 'Rua das Flores, 10',
          plan: '1',
          situation: 'Suspenso por débito',
          blocked: true,
        },
        { id: 'principal:1', name: 'Telefonia fixa', situation: 'Ativo', blocked: false },
      ],
    });
    await stage.touch('back');
    stage.seeing('menu');
  });

  it('are waited for', async () => {
    const { stage, services } = await atMenu();
    services.hold();
    await stage.send({ type: 'choose-entry', entry: 'services' });
    expect(stage.seeing('services')).toEqual({ name: 'services', services: [], busy: true });
    services.release();
    await stage.clock.advance(0);
    expect(stage.seeing('services').services).toHaveLength(2);
  });

  it('may be none, and say whose could not be read', async () => {
    const { stage, services } = await atMenu();
    services.known = { services: [], unreadable: ['Vale Fibra'], held: new Set() };
    await stage.send({ type: 'choose-entry', entry: 'services' });
    expect(stage.seeing('services')).toEqual({
      name: 'services',
      services: [],
      busy: false,
      unreadable: ['Vale Fibra'],
    });
  });

  it('that cannot be read lead back to the menu, or are tried again', async () => {
    const { stage, services } = await atMenu();
    const { known } = services;
    services.known = undefined;
    await stage.send({ type: 'choose-entry', entry: 'services' });
    expect(stage.seeing('problem')).toMatchObject({ canRetry: true, canGoBack: true });
    await stage.touch('back');
    stage.seeing('menu');
    await stage.send({ type: 'choose-entry', entry: 'services' });
    services.known = known;
    await stage.touch('retry');
    stage.seeing('services');
  });

  it('that work are just shown, without what the staff wrote about them', async () => {
    const { stage } = await atService(telephone);
    expect(stage.seeing('service')).toEqual({
      name: 'service',
      service: { id: 'principal:1', name: 'Telefonia fixa', situation: 'Ativo', blocked: false },
      unlock: 'none',
    });
    await stage.touch('ask-unlock');
    stage.seeing('service');
    await stage.touch('back');
    stage.seeing('services');
  });

  it('that nobody listed cannot be opened', async () => {
    const { stage } = await atServices();
    await stage.send({ type: 'choose-service', serviceId: 'principal:9' });
    stage.seeing('services');
  });
});

describe('a blocked service', () => {
  it('says what is overdue and leads to paying it', async () => {
    const { stage, services } = await atService();
    expect(stage.seeing('service')).toMatchObject({
      owed: { count: 1, totalCents: 12_991, overdue: true },
      unlock: 'offered',
    });
    expect(services.situations).toEqual([{ overdueInvoices: 1, held: false }]);
    await stage.touch('pay-owed');
    expect(stage.seeing('invoice').invoice.id).toBe('F-102');
    expect(stage.diary.entries.at(-1)).toContain('invoice-opened');
    await stage.touch('back');
    stage.seeing('invoices');
  });

  it('with several open invoices ticks them to be paid together', async () => {
    const scene = await atMenu();
    scene.stage.directory.know({
      ...maria,
      invoices: maria.invoices.map((each) => ({ ...each, dueDate: '2026-12-10' })),
    });
    await scene.stage.touch('leave');
    await scene.stage.identify(maria);
    await scene.stage.send({ type: 'choose-entry', entry: 'services' });
    await scene.stage.send({ type: 'choose-service', serviceId: fibre.key });
    expect(scene.stage.seeing('service').owed).toMatchObject({ count: 2, overdue: false });
    await scene.stage.touch('pay-owed');
    expect(scene.stage.seeing('several').invoices.map(({ ticked }) => ticked)).toEqual([true, true]);
  });

  it.each(['recently', 'too-much-owed', 'held'] as const)(
    'says why it is not unlocked: %s',
    async (state) => {
      const scene = await atServices();
      scene.services.offer = { state };
      await scene.stage.send({ type: 'choose-service', serviceId: fibre.key });
      expect(scene.stage.seeing('service').unlock).toBe(state);
      await scene.stage.touch('ask-unlock');
      scene.stage.seeing('service');
    },
  );

  it('that is in doubt from before says so, with its number', async () => {
    const scene = await atServices();
    scene.services.offer = { state: 'unclear', protocol: 'ABC1234567' };
    await scene.stage.send({ type: 'choose-service', serviceId: fibre.key });
    expect(scene.stage.seeing('service')).toMatchObject({ unlock: 'unclear', protocol: 'ABC1234567' });
  });

  it('of an ERP with something to settle first is held', async () => {
    const scene = await atMenu();
    scene.services.known = { services: [fibre], unreadable: [], held: new Set(['principal']) };
    await scene.stage.send({ type: 'choose-entry', entry: 'services' });
    await scene.stage.send({ type: 'choose-service', serviceId: fibre.key });
    expect(scene.services.situations).toEqual([{ overdueInvoices: 1, held: true }]);
  });
});

describe('a trust unlock', () => {
  it('is asked for under its terms only', async () => {
    const { stage, services } = await atTerms();
    expect(stage.seeing('unlock-terms')).toEqual({
      name: 'unlock-terms',
      service: 'Fibra 500 Mega',
      terms: 'Três dias de confiança.',
    });
    await stage.touch('decline');
    stage.seeing('service');
    expect(services.orders).toEqual([]);
  });

  it('that was done says so, and prints its number', async () => {
    const { stage, services, papers } = await atTerms();
    const acceptedAt = stage.clock.wallTime();
    await stage.touch('agree');
    expect(services.orders).toMatchObject([
      { visitId: 'visit-1', document: maria.document, service: fibre, acceptedAt },
    ]);
    expect(stage.seeing('unlock-result')).toEqual({
      name: 'unlock-result',
      standing: 'done',
      service: 'Fibra 500 Mega',
      protocol: 'ABC1234567',
      paper: 'printing',
    });
    expect(papers).toMatchObject([
      { standing: 'done', protocol: 'ABC1234567', subject: 'Desbloqueio de confiança', erp: 'principal' },
    ]);
    stage.paper.become('protocol-1', { state: 'printed' });
    expect(stage.seeing('unlock-result').paper).toBe('printed');
    await stage.touch('done');
    stage.seeing('services');
    expect(stage.diary.entries.filter((entry) => entry.endsWith('paper-printed'))).toHaveLength(1);
    await stage.touch('leave');
    stage.seeing('thanks');
  });

  it('pressed twice is asked for once', async () => {
    const { stage, services } = await atTerms();
    services.hold();
    const { screenKey } = stage.view();
    await stage.send({ type: 'agree' }, screenKey);
    await stage.send({ type: 'agree' }, screenKey);
    await stage.touch('agree');
    stage.seeing('unlocking');
    services.release();
    await stage.clock.advance(0);
    stage.seeing('unlock-result');
    expect(services.orders).toHaveLength(1);
  });

  it('that was refused says why in the ERP’s words, but not in codes', async () => {
    const scene = await atTerms();
    scene.services.outcome = 'refused';
    scene.services.remarks = 'Liberação já usada neste mês';
    await scene.stage.touch('agree');
    expect(scene.stage.seeing('unlock-result')).toMatchObject({
      standing: 'refused',
      remarks: 'Liberação já usada neste mês',
      paper: 'none',
    });
    expect(scene.papers).toEqual([]);
    const coded = await atTerms();
    coded.services.outcome = 'refused';
    coded.services.remarks = 'false';
    await coded.stage.touch('agree');
    expect(coded.stage.seeing('unlock-result')).not.toHaveProperty('remarks');
  });

  it('in doubt tells its number and prints it', async () => {
    const scene = await atTerms();
    scene.services.outcome = 'unclear';
    await scene.stage.touch('agree');
    expect(scene.stage.seeing('unlock-result')).toMatchObject({
      standing: 'unclear',
      protocol: 'ABC1234567',
      paper: 'printing',
    });
    expect(scene.papers).toMatchObject([{ standing: 'unclear' }]);
    await scene.stage.touch('retry');
    expect(scene.services.orders).toHaveLength(1);
  });

  it('of which the ERP heard nothing may be tried again', async () => {
    const scene = await atTerms();
    scene.services.outcome = 'not-sent';
    await scene.stage.touch('agree');
    expect(scene.stage.seeing('unlock-result').standing).toBe('not-sent');
    scene.services.outcome = 'done';
    await scene.stage.touch('retry');
    expect(scene.stage.seeing('unlock-result').standing).toBe('done');
    expect(scene.services.orders).toHaveLength(2);
  });

  it('prints nothing without paper', async () => {
    const scene = await atTerms();
    scene.stage.paper.printer = 'no-paper';
    await scene.stage.touch('agree');
    expect(scene.stage.seeing('unlock-result').paper).toBe('none');
    expect(scene.papers).toEqual([]);
  });

  it('that cannot be written down was not asked for', async () => {
    const scene = await atTerms();
    scene.services.defect = new Error('disk full');
    await scene.stage.touch('agree');
    expect(scene.stage.seeing('problem').problem).toBe('storage-unavailable');
  });

  it('is finished for who leaves meanwhile, without paper for nobody', async () => {
    const scene = await atTerms();
    scene.services.hold();
    await scene.stage.touch('agree');
    await scene.stage.touch('leave');
    scene.stage.seeing('attract');
    scene.services.release();
    await scene.stage.clock.advance(0);
    expect(scene.stage.paper.cancelled).toEqual(['protocol-1']);
    scene.stage.seeing('attract');
  });

  it('leaves no paper in the queue for who leaves before it is out', async () => {
    const scene = await atTerms();
    await scene.stage.touch('agree');
    await scene.stage.touch('leave');
    expect(scene.stage.paper.cancelled).toContain('protocol-1');
  });
});
