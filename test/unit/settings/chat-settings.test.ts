import { describe, expect, it } from 'vitest';
import { isChatAddress } from '../../../src-main/settings/chat-address.ts';
import { chatSettings } from '../../../src-main/settings/chat-settings.ts';
import { secretPurpose } from '../../../src-main/settings/secret-purpose.ts';

const sender = { url: 'https://c.example.com/send' };

function problemsOf(chat: unknown): readonly string[] {
  const parsed = chatSettings.safeParse(chat);
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the settings of the chat', () => {
  it('are still what they were where only addresses stand', () => {
    const onLoadContact = 'https://c.example.com/e?jid=$Jid$';
    expect(chatSettings.parse({ onLoadContact })).toEqual({ onLoadContact, method: 'GET' });
  });

  it.each([
    [{ variables: { key: 'k' } }, 'wid: falta preencher'],
    [{ sender: { ...sender, tokenHeader: 'X Token' } }, 'sender.tokenHeader: use só letras, números e “-”'],
    [{ sender: { ...sender, tokenScheme: 'Bearer x' } }, 'sender.tokenScheme: use uma palavra só'],
    [{ sender: { ...sender, templates: { receipt: '$Nome$ $Recibo$' } } }, 'não há variável $Recibo$'],
    [{ sender: { ...sender, templates: { pix: 'Oi, $Nome$' } } }, 'falta $PixCopiaECola$'],
    [{ sender: { url: 'http://c.example.com/send' } }, 'sender.url: precisa começar com https://'],
    [{ timeZone: '+03:00' }, 'timeZone: não é um fuso horário conhecido'],
    [{ method: 'PUT' }, 'method: '],
    [{ agentId: -1 }, 'agentId: '],
  ])('%o: %s', (chat, problem) => {
    const [first, ...others] = problemsOf(chat);
    expect(first).toContain(problem);
    expect(others).toEqual([]);
  });
});

it.each([
  ['relay.chat.onLoadContact', true],
  ['relay.chat.onGetChatMessageSugestion', true],
  ['relay.chat.sender.url', true],
  ['relay.chat.sender.token', false],
  ['relay.chat.method', false],
  ['relay.crm.onLoadContact', false],
])('%s may carry a key of its own: %s', (path, expected) => {
  expect(isChatAddress(path.split('.'))).toBe(expected);
});

it("the sender's token is for the sender's host only", () => {
  const purposeAt = (url: string) =>
    secretPurpose({ relay: { chat: { sender: { url } } } }, ['relay', 'chat', 'sender', 'token']);
  expect(purposeAt('https://c.example.com/send')).toBe(purposeAt('https://c.example.com:8443/other?x=1'));
  expect(purposeAt('https://c.example.com/send')).not.toBe(purposeAt('https://evil.example.com/send'));
});
