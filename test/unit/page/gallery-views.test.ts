import { expect, it } from 'vitest';
import type { ScreenName } from '../../../src-main/contract/screen.ts';
import { galleryViews } from '../../e2e/gallery/gallery-views.ts';
import { technicianViews } from '../../e2e/gallery/technician-views.ts';

/** Typed so that a new screen must be named here. */
const everyScreen: Readonly<Record<ScreenName, true>> = {
  configuring: true,
  technician: true,
  attract: true,
  document: true,
  'second-factor': true,
  menu: true,
  services: true,
  service: true,
  'unlock-terms': true,
  unlocking: true,
  'unlock-result': true,
  contracts: true,
  invoices: true,
  invoice: true,
  several: true,
  'preparing-pix': true,
  pix: true,
  'cancelling-pix': true,
  'pix-expired': true,
  paid: true,
  'opening-boleto': true,
  boleto: true,
  'printing-slip': true,
  'slip-printed': true,
  'slip-trouble': true,
  receipts: true,
  'printing-receipt': true,
  'receipt-printed': true,
  'receipt-trouble': true,
  'join-loading': true,
  'join-choice': true,
  'join-text': true,
  'join-review': true,
  'join-consent': true,
  'join-sending': true,
  'join-done': true,
  'join-progress': true,
  'ticket-opening': true,
  'ticket-choice': true,
  'ticket-text': true,
  'ticket-review': true,
  'ticket-result': true,
  'my-data-opening': true,
  'my-data': true,
  'contact-entry': true,
  'contact-confirm': true,
  'contact-saved': true,
  'contact-forbidden': true,
  'message-phones': true,
  'message-number': true,
  'message-consent': true,
  'message-asked': true,
  'second-copies': true,
  'reading-copies': true,
  copies: true,
  copy: true,
  'opening-copy': true,
  statement: true,
  'printing-paper': true,
  'paper-printed': true,
  'paper-trouble': true,
  thanks: true,
  problem: true,
};

it('shows every screen at least once', () => {
  const shown = new Set<ScreenName>(galleryViews.map(({ view }) => view.screen.name));
  if (technicianViews.length > 0) shown.add('technician');
  expect([...shown].sort()).toEqual(Object.keys(everyScreen).sort());
});

it('has a name and a screen key of its own for each picture', () => {
  expect(new Set(galleryViews.map(({ name }) => name)).size).toBe(galleryViews.length);
  expect(new Set(galleryViews.map(({ view }) => view.screenKey)).size).toBe(galleryViews.length);
});
