import { describe, expect, it } from 'vitest';
import { maria } from '../people.ts';
import { StagedVisit } from '../staged-visit.ts';
import { FakeMyData, known } from './fake-my-data.ts';

interface Staged {
  readonly stage: StagedVisit;
  readonly desk: FakeMyData;
}

function staged(): Staged {
  const desk = new FakeMyData();
  return { desk, stage: new StagedVisit({}, {}, { myData: desk }) };
}

async function atMyData(prepare: (desk: FakeMyData) => void = () => undefined): Promise<Staged> {
  const all = staged();
  prepare(all.desk);
  await all.stage.identify(maria);
  await all.stage.send({ type: 'choose-entry', entry: 'my-data' });
  return all;
}

const option = (optionId: string) => ({ type: 'choose-option', optionId }) as const;

/** Maria has typed another telephone and is asked whether it is right. */
async function atConfirmation(prepare?: (desk: FakeMyData) => void): Promise<Staged> {
  const all = await atMyData(prepare);
  await all.stage.send(option('phone'));
  await all.stage.type('54987651111');
  await all.stage.touch('submit');
  all.stage.seeing('contact-confirm');
  return all;
}

describe('contact data', () => {
  it('are shown masked', async () => {
    const { stage } = await atMyData();
    expect(stage.seeing('my-data')).toEqual({
      name: 'my-data',
      phones: ['(54) ****-1000', '(54) 9****-4321'],
      emails: ['s***@example.com'],
      companies: ['Rede Horizonte'],
      unreadable: [],
    });
    expect(stage.drawn()).not.toContain('segredo');
    await stage.touch('back');
    stage.seeing('menu');
  });

  it('are not offered where nobody lets them be changed', async () => {
    const { stage, desk } = staged();
    desk.offered = false;
    await stage.identify(maria);
    stage.seeing('invoices');
  });

  it('are typed, confirmed in full, saved and read again', async () => {
    const { stage, desk } = await atConfirmation();
    expect(stage.seeing('contact-confirm')).toEqual({
      name: 'contact-confirm',
      field: 'phone',
      text: '(54) 98765-1111',
      companies: ['Rede Horizonte'],
      busy: false,
    });
    desk.hold();
    await stage.touch('submit');
    expect(stage.seeing('contact-confirm').busy).toBe(true);
    desk.release();
    await stage.clock.advance(0);
    expect(stage.seeing('contact-saved').savings).toMatchObject([{ standing: 'done' }]);
    expect(desk.changes).toEqual([{ field: 'phone', value: '54987651111' }]);
    desk.known = { ...known, records: [] };
    await stage.touch('done');
    expect(stage.seeing('my-data').phones).toEqual([]);
    await stage.touch('leave');
    stage.seeing('thanks');
  });

  it('that were saved before in the visit are told to whoever saves the next', async () => {
    const { stage, desk } = await atConfirmation();
    await stage.touch('submit');
    await stage.touch('done');
    await stage.touch('back');
    await stage.send({ type: 'choose-entry', entry: 'my-data' });
    await stage.send(option('phone'));
    await stage.type('54987652222');
    await stage.touch('submit');
    await stage.touch('submit');
    expect(desk.owners.map(({ changed }) => changed)).toEqual([
      [],
      [{ field: 'phone', value: '54987651111' }],
    ]);
  });

  it('are corrected before they are saved', async () => {
    const { stage, desk } = await atConfirmation();
    await stage.touch('back');
    expect(stage.seeing('contact-entry').entry.text).toBe('(54) 98765-1111');
    await stage.touch('erase');
    await stage.touch('submit');
    expect(stage.seeing('contact-entry').error).toBe('wrong');
    await stage.touch('clear');
    await stage.type('5434522000');
    await stage.touch('submit');
    await stage.touch('submit');
    expect(desk.changes).toEqual([{ field: 'phone', value: '5434522000' }]);
  });

  it('are refused while they make no sense', async () => {
    const { stage, desk } = await atMyData();
    await stage.send(option('email'));
    await stage.send({ type: 'enter-text', text: 'segredo@example' });
    await stage.touch('submit');
    expect(stage.seeing('contact-entry').error).toBe('wrong');
    await stage.send({ type: 'enter-text', text: 'Segredo@example.com' });
    expect(stage.seeing('contact-entry').error).toBeUndefined();
    await stage.touch('submit');
    expect(stage.seeing('contact-entry').error).toBe('same');
    await stage.touch('back');
    await stage.send(option('whatsapp'));
    await stage.type('5434521000');
    await stage.touch('submit');
    expect(stage.seeing('contact-entry').error).toBe('not-mobile');
    expect(desk.changes).toEqual([]);
  });

  it('that the company does not want changed stay, and it says why', async () => {
    const { stage } = await atConfirmation((desk) => {
      desk.answer = { kind: 'forbidden', reason: 'Telefone de outro cliente' };
    });
    await stage.touch('submit');
    expect(stage.seeing('contact-forbidden')).toMatchObject({ reason: 'Telefone de outro cliente' });
    await stage.touch('done');
    stage.seeing('my-data');
  });

  it('that could not be asked for are told as not changed', async () => {
    const { stage } = await atConfirmation((desk) => {
      desk.answer = { kind: 'not-now' };
    });
    await stage.touch('submit');
    expect(stage.seeing('contact-saved').savings).toEqual([]);
    await stage.touch('leave');
    stage.seeing('attract');
  });

  it('cannot be shown when no company answers', async () => {
    const { stage, desk } = await atMyData((fake) => {
      fake.failure = { kind: 'no-answer', detail: '' };
    });
    expect(stage.seeing('problem')).toMatchObject({ canRetry: true, canGoBack: true });
    desk.failure = undefined;
    await stage.touch('retry');
    stage.seeing('my-data');
  });

  it('are not sent when they cannot be written down', async () => {
    const { stage } = await atConfirmation((desk) => {
      desk.defect = new Error('disk full');
    });
    await stage.touch('submit');
    expect(stage.seeing('problem').problem).toBe('storage-unavailable');
  });

  it('leave nothing behind', async () => {
    const { stage } = await atConfirmation();
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.drawn()).not.toMatch(/1111|segredo/);
    expect(JSON.stringify([stage.log, stage.diary.entries])).not.toMatch(/1111|segredo/);
  });
});
