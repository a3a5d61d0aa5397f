import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWho } from '../../../src-main/gateway/who.ts';
import { type AskedValues, firstValue, readValues } from '../../../src-main/gateway/wire/asked-values.ts';

function read(body: string, contentType = 'application/json', query = ''): Promise<AskedValues> {
  return readValues({ query: new URLSearchParams(query), contentType, body: Buffer.from(body) });
}

describe('what a request says', () => {
  it.each([
    ['JSON', '{"Document":"1","Contact":{"EMAIL":"m@example.com","age":7,"ok":true}}', 'application/json'],
    ['JSON that says it is text', '{"Document":"1","email":"m@example.com","age":7,"ok":true}', 'text/plain'],
    ['JSON in a list', '[{"$Document$":"1"},{"e-mail":"m@example.com","age":"7","ok":"true"}]', ''],
    ['a form', 'DOCUMENT=1&Email=m%40example.com&age=7&ok=true', 'application/x-www-form-urlencoded'],
    [
      'a form in parts',
      ['Document|1', 'email|m@example.com', 'age|7', 'ok|true']
        .map((pair) => pair.split('|'))
        .map(([name, value]) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .concat('--X--\r\n')
        .join(''),
      'multipart/form-data; boundary=X',
    ],
  ])('is read from %s, by name whatever its case', async (_kind, body, type) => {
    const values = await read(body, type);
    expect(Object.fromEntries(values)).toMatchObject({
      document: '1',
      email: 'm@example.com',
      age: '7',
      ok: 'true',
    });
  });

  it('prefers the query, then what stands highest', async () => {
    const values = await read('{"deep":{"name":"c","jid":"d"},"jid":"b"}', '', 'jid=a');
    expect([values.get('jid'), values.get('name')]).toEqual(['a', 'c']);
    expect((await read('{"deep":{"jid":"d"},"jid":"b"}')).get('jid')).toBe('b');
  });

  it('leaves out what is empty, too long or was not filled in', async () => {
    const values = await read(
      JSON.stringify({ Document: '$Document$', Phone: ' ', Email: 'x'.repeat(501), a: '$$' }),
    );
    expect(values.size).toBe(0);
  });

  it('takes the bulk sending body that stands in the contract', async () => {
    const body = '{"tipo_envio":"common","mensagens":[{"numero":"54987654321","mensagem":"Oi"}]}';
    expect(firstValue(await read(body), 'phone', 'numero')).toBe('54987654321');
  });

  it('survives any bytes, any depth and any width', async () => {
    const deep = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
    expect((await read(deep)).size).toBe(0);
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`n${at}`, at])));
    expect((await read(wide)).size).toBeLessThanOrEqual(300);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.string(),
        fc.string(),
        async (body, type, query) => {
          const values = await readValues({
            query: new URLSearchParams(query),
            contentType: type,
            body: Buffer.from(body),
          });
          for (const [name, value] of values) {
            expect(name).toMatch(/^[a-z0-9]+$/);
            expect(value.length).toBeLessThanOrEqual(500);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('whom a request is about', () => {
  const known = new Map([
    ['5554987654321', ['52998224725']],
    ['555434521000', ['52998224725', '11144477735']],
  ]);
  const visits = {
    documentsOf: (phones: readonly string[]) =>
      phones.flatMap((phone) => known.get(phone.replace(/\D/g, '')) ?? []),
  };
  const who = (values: Record<string, string>) => findWho(new Map(Object.entries(values)), visits);

  it('is whose document it names, masked or not', () => {
    const maria = { kind: 'customer', document: '52998224725', by: 'document' };
    expect(who({ document: '529.982.247-25' })).toEqual(maria);
    expect(who({ cpfcnpj: '52998224725', phone: '5554000000000' })).toEqual(maria);
    expect(who({ documento: '12.abc.345/01de-35' })).toMatchObject({ document: '12ABC34501DE35' });
  });

  it('is whose telephone a visit named, by number or WhatsApp id, and nobody where it named several', () => {
    expect(who({ phone: '+55 54 98765-4321' })).toMatchObject({ document: '52998224725', by: 'phone' });
    expect(who({ jid: '5554987654321:12@s.whatsapp.net' })).toMatchObject({ by: 'phone' });
    expect(who({ numero: '54987654321' })).toEqual({ kind: 'nobody', reason: 'no-document' });
    expect(who({ numero: '5554987654321' })).toMatchObject({ by: 'phone' });
    expect(who({ phone: '+55 54 3452-1000' })).toEqual({ kind: 'nobody', reason: 'shared-phone' });
  });

  it.each([
    [{ document: '52998224726', phone: '+55 54 98765-4321' }, 'wrong-document'],
    [{}, 'no-document'],
    [{ jid: '5554987654321@lid' }, 'no-document'],
    [{ document: '52998224725', isgroup: 'true' }, 'group'],
    [{ document: '52998224725', jid: '123-456@g.us' }, 'group'],
  ])('is nobody for %o', (values, reason) => {
    expect(who(values as Record<string, string>)).toEqual({ kind: 'nobody', reason });
  });
});
