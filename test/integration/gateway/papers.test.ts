import { expect, it } from 'vitest';
import type { ListPapers } from '../../../src-main/compose-case-papers.ts';
import { openOffice, rememberVisit, TOKEN } from './gateway-setup.ts';

const publicUrl = 'https://totem.example.com';
const erps = [{ id: 'a', baseUrl: 'http://127.0.0.1:9', auth: { token: 'x' } }];
const pdf = new TextEncoder().encode('%PDF-1.7 boleto %%EOF');

/** The boletos that were printed, of visits whose customer is still known. */
const listPapers: ListPapers = ({ contact }, events) =>
  events.flatMap((event) =>
    event.type === 'slip-printed' && contact
      ? [{ title: `Boleto ${event.invoiceId}`, fileName: 'boleto "1".pdf', read: async () => pdf }]
      : [],
  );

async function openArchive() {
  const office = await openOffice({ erps, listPapers, gateway: { publicUrl, linkDays: 2 } });
  rememberVisit(office, 'v1', { document: '52998224725' });
  const link = (visitId: string, title: string) =>
    (office.gateway.linkTo(visitId, title) ?? '').replace(publicUrl, office.url);
  return { office, link };
}

it('a link opens its paper without the token, and tells whose it is only to us', async () => {
  const { link } = await openArchive();
  const address = link('v1', 'Boleto 910001');
  for (const secret of [TOKEN, 'v1', '910001', '529'])
    expect(new URL(address).pathname).not.toContain(secret);
  const answer = await fetch(address);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toBe('inline; filename="boleto__1_.pdf"');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
});

it('a link ends after its days, and with what is known of its customer', async () => {
  const { office, link } = await openArchive();
  const address = link('v1', 'Boleto 910001');
  office.database.run('UPDATE visits SET document = NULL');
  expect((await fetch(address)).status).toBe(404);
  office.database.run("UPDATE visits SET document = '52998224725'");
  expect((await fetch(address)).status).toBe(200);
  await office.clock.advance(2 * 86_400_000);
  expect((await fetch(address)).status).toBe(404);
});

it.each([
  ['v1', 'Boleto 910002'],
  ['v2', 'Boleto 910001'],
])('a link to what is not there finds nothing (%s, %s)', async (visitId, title) => {
  const { link } = await openArchive();
  expect((await fetch(link(visitId, title))).status).toBe(404);
});

it('a pass of a panel opens no paper, that of a paper no panel, and the token neither', async () => {
  const { office, link } = await openArchive();
  const paper = new URL(link('v1', 'Boleto 910001')).pathname.replace('/files/', '');
  expect((await fetch(`${office.url}/panel?pass=${paper}`)).status).toBe(403);
  expect((await fetch(office.address('/files/v1'))).status).toBe(404);
  expect((await fetch(`${office.url}/files/../panel`)).status).toBe(401);
});

it('gives no link where nobody outside could open it', async () => {
  const office = await openOffice({ erps, listPapers });
  expect(office.gateway.linkTo('v1', 'Boleto 910001')).toBeUndefined();
});
