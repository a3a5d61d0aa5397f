import { describe, expect, it } from 'vitest';
import { maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

const asSet = {
  language: 'pt-BR',
  languages: ['pt-BR', 'en', 'es'],
  modes: [],
  offered: ['large-type', 'high-contrast', 'low-reach', 'voice'],
};

describe('language and modes', () => {
  it('are chosen at any screen without moving the visit or losing what was typed', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    await stage.type('529');
    const before = stage.view();
    await stage.send({ type: 'set-language', language: 'es' });
    await stage.send({ type: 'set-mode', mode: 'large-type', on: true });
    await stage.send({ type: 'set-mode', mode: 'high-contrast', on: true });
    await stage.send({ type: 'set-mode', mode: 'large-type', on: false });
    expect(stage.view()).toEqual({
      ...before,
      display: { ...asSet, language: 'es', modes: ['high-contrast'] },
    });
  });

  it('chosen before the first touch hold through the visit, and are gone with it', async () => {
    const stage = new StagedVisit();
    await stage.send({ type: 'set-language', language: 'en' });
    await stage.send({ type: 'set-mode', mode: 'low-reach', on: true });
    await stage.identify(maria);
    stage.seeing('invoices');
    expect(stage.view().display).toMatchObject({ language: 'en', modes: ['low-reach'] });
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.views.at(-1)?.display).toEqual(asSet);
    expect(stage.clock.pending).toBe(0);
  });

  it('are gone when time runs out', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.send({ type: 'set-language', language: 'en' });
    await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect(stage.views.at(-1)?.display).toEqual(asSet);
  });

  it('are gone when the visit breaks', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    await stage.send({ type: 'set-mode', mode: 'voice', on: true });
    stage.directory.defect = new Error('a mistake');
    await stage.type(maria.document);
    await stage.touch('submit');
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.view().display).toEqual(asSet);
  });

  it('chosen by somebody who walked on are taken back on the attract screen', async () => {
    const stage = new StagedVisit();
    await stage.send({ type: 'set-language', language: 'en' });
    await stage.clock.advance(59_999);
    await stage.touch('activity');
    await stage.clock.advance(59_999);
    expect(stage.view().display?.language).toBe('en');
    await stage.clock.advance(1);
    expect(stage.views.at(-1)?.display).toEqual(asSet);
    expect(stage.clock.pending).toBe(0);
  });

  it('that are not offered cannot be had', async () => {
    const stage = new StagedVisit();
    stage.voice.there = false;
    await stage.send({ type: 'set-mode', mode: 'voice', on: true });
    expect(stage.view().display).toEqual({ ...asSet, offered: ['large-type', 'high-contrast', 'low-reach'] });
  });
});

describe('spoken guidance', () => {
  it('speaks only to whoever asked for it, in the language of the visit', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    await stage.send({ type: 'speak', text: 'Digite seu CPF ou CNPJ' });
    expect(stage.voice.said).toEqual([]);
    await stage.send({ type: 'set-mode', mode: 'voice', on: true });
    await stage.send({ type: 'set-language', language: 'en' });
    await stage.send({ type: 'speak', text: 'Type your CPF or CNPJ' });
    expect(stage.voice.said).toEqual(['-', 'en: Type your CPF or CNPJ']);
  });

  it('is silent at once when it is put off and when the visit ends', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    await stage.send({ type: 'set-mode', mode: 'voice', on: true });
    await stage.send({ type: 'set-mode', mode: 'voice', on: false });
    expect(stage.voice.said.splice(0)).toEqual(['-']);
    await stage.send({ type: 'set-mode', mode: 'voice', on: true });
    await stage.touch('leave');
    expect(stage.voice.said).toEqual(['-']);
  });

  it('says nothing of a screen that is gone, and is no sign of a person', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.send({ type: 'set-mode', mode: 'voice', on: true });
    const { screenKey } = stage.view();
    await stage.send({ type: 'speak', text: 'Digite' }, screenKey - 1);
    expect(stage.voice.said).toEqual([]);
    await stage.clock.advance(44_000);
    await stage.send({ type: 'speak', text: 'Uma fatura' });
    await stage.clock.advance(1_000);
    expect(stage.view().idleWarning).toBeDefined();
  });
});
