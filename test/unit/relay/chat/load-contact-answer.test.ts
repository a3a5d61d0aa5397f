import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChatAnswer } from '../../../../src-main/relay/chat/chat-answer.ts';
import { parseLenientJson } from '../../../../src-main/relay/chat/lenient-json.ts';
import { readLoadedContact } from '../../../../src-main/relay/chat/load-contact-answer.ts';

const document = '52998224725';

function read(text: string) {
  const answer = readChatAnswer({ status: 200, contentType: 'text/html', text });
  return answer.ok ? readLoadedContact(answer.value.json, document) : answer.error.kind;
}

describe('a profile', () => {
  it('is read as the platform shows it: with comments, all fields', () => {
    const text = `\uFEFF{
      "Name": "Maria \\"da\\" Silva // ME", // her name
      "Email": "maria@example.com",
      "SegmentName": "Cliente", /* one of the
        instance's */
      "Telefone": "(54) 98765-4321",
      "UrlInfo": "https://erp.example.com/?a=1//x", "UrlPicture": "https://x.example/p.png",
      "MemoText": "Prefere manhã\\ne boleto", "Document": "529.982.247-25",
      "Priority": 2, "Group": "VIP", "CSS": "color:red", "InternalID": 4411, "Jid": "555487654321@s.whatsapp.net",
    }`;
    expect(read(text)).toEqual({
      kind: 'profile',
      profile: {
        name: 'Maria "da" Silva // ME',
        email: 'maria@example.com',
        phone: '5554987654321',
        jid: '555487654321@s.whatsapp.net',
        segment: 'Cliente',
        note: 'Prefere manhã e boleto',
        priority: 2,
        group: 'VIP',
        internalId: '4411',
      },
    });
  });

  it.each([
    ['', 'nothing'],
    ['OK', 'nothing'],
    ['null', 'nothing'],
    ['[]', 'nothing'],
    ['{}', 'nothing'],
    ['{"Name":"  ","Email":"","Telefone":"","Priority":null}', 'nothing'],
    ['{"Name":{"a":1},"Email":["a@b.co"],"Telefone":true}', 'nothing'],
    ['{"Email":"not an address","Telefone":"12","Jid":"5554@g.us","Priority":9}', 'nothing'],
    ['{"Name":"José","Document":"111.444.777-35"}', 'somebody-else'],
    ['{"Name":"José","Document":"not known"}', 'profile'],
  ])('%s holds %s', (text, kind) => {
    expect(read(text)).toMatchObject({ kind });
  });

  it('has the number of its JID when it has no other', () => {
    expect(read('[{"JID":"5554987654321@s.whatsapp.net"}]')).toMatchObject({
      profile: { phone: '5554987654321' },
    });
  });

  it('never has another address or id than it came with, however long that is', () => {
    const email = `${'a'.repeat(60)}@${'b'.repeat(53)}.company`;
    expect(read(JSON.stringify({ Email: `  ${email} ` }))).toEqual({ kind: 'profile', profile: { email } });
    expect(read(JSON.stringify({ InternalID: '7'.repeat(500), ProfileId: '8'.repeat(500) }))).toEqual({
      kind: 'nothing',
    });
  });

  it('is cut to what a person reads, without invisible characters', () => {
    const loaded = read(
      JSON.stringify({ Name: `a\u202E\u0000${'x'.repeat(5000)}`, MemoText: 'n'.repeat(5000) }),
    );
    expect(loaded).toMatchObject({ profile: { name: `a${'x'.repeat(119)}`, note: 'n'.repeat(1000) } });
  });
});

describe('a 200 that is none', () => {
  it.each([
    ['{"error":"contact not found"}', 'refused'],
    ['{"success":false,"Name":"x"}', 'refused'],
    ['{"status":"error","message":"x"}', 'refused'],
    ['{"errors":[{"code":1}]}', 'refused'],
    ['Fatal error: Uncaught PDOException in /var/www', 'malformed'],
    ['Erro: cliente não encontrado', 'malformed'],
    ['ERROR: invalid key or WID', 'malformed'],
    ['"Internal Server Error"', 'malformed'],
    ['<!doctype html><title>Login</title>', 'malformed'],
    ['\n<br />\n<b>Warning</b>: mysqli', 'malformed'],
  ])('%s is %s', (text, kind) => {
    expect(read(text)).toBe(kind);
  });

  it.each(['{"error":null}', '{"error":""}', '{"errors":[]}', '{"error":false}', '{"success":true}'])(
    '%s is no error',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'nothing' });
    },
  );
});

it('nothing that comes throws, and nothing empty is ever kept', () => {
  const field = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.object(),
  );
  const names = [
    'Name',
    'Email',
    'Telefone',
    'SegmentName',
    'MemoText',
    'Document',
    'Priority',
    'Group',
    'JID',
  ];
  const answers = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.dictionary(fc.constantFrom(...names), field).map((answer) => JSON.stringify(answer)),
  );
  fc.assert(
    fc.property(answers, (text) => {
      const loaded = read(text);
      if (typeof loaded === 'string' || loaded.kind !== 'profile') return;
      for (const value of Object.values(loaded.profile)) expect(String(value).trim()).not.toBe('');
    }),
  );
});

it('what is JSON already is read as such, whatever its texts look like', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseLenientJson(text)).toEqual(JSON.parse(text));
      if (typeof value !== 'object' || value === null) return;
      expect(parseLenientJson(`// a "comment"\n${text} /* { */`)).toEqual(JSON.parse(text));
    }),
  );
});

it.each(['"\\"', '/*', '// ', ', ', '!  ', '{"a":['])('a long text of %s takes no time', (piece) => {
  expect(read(piece.repeat(60_000))).toBeDefined();
});
