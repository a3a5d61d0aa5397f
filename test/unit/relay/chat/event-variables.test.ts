import { expect, it } from 'vitest';
import {
  eventVariableNames,
  eventVariables,
  jidFor,
} from '../../../../src-main/relay/chat/event-variables.ts';
import { fillUrlTemplate } from '../../../../src-main/relay/chat/url-template.ts';

const startedAt = Date.UTC(2026, 10, 21, 12, 0, 5);
const terminal = { id: 'T01', timeZone: 'America/Sao_Paulo' };
const contact = {
  document: '52998224725',
  name: 'Maria & João',
  customerErpId: '7001',
  phone: '54987654321',
  email: 'maria@example.com',
};
const visit = { id: 'v1', startedAt, contact };
const agent = {
  instanceId: 7,
  wid: 'C61BBC40',
  agentId: 12,
  agentName: 'Totem da loja',
  departmentId: 3,
  department: 'Financeiro',
  segment: 'Cliente',
};

it('knows every variable of both tables, whatever its case', () => {
  // Contract C.3 and C.4, with the two that only the text of OnLoadContact mentions.
  const tables =
    `InstanceId ProfileId Jid name isGroup StatusInt Status LockedUserId LockedUserName LockedUserLogin
    DepartmentId Department SegmentName LastMessageId MsgRead MsgUnread Email Phone Document Note CreateDate
    LastStatusDateTime LockedUserDate wid jid webid UsuarioNome UsuarioLogin IdUsuario Departamento JidDestiny
    TextMessage`.split(/\s+/);
  const known = new Set(eventVariableNames.map((name) => name.toLowerCase()));
  expect(tables.filter((name) => !known.has(name.toLowerCase()))).toEqual([]);
  const values = eventVariables(visit, contact, agent, { ...terminal, agentEmail: 't@example.com' });
  expect(Object.keys(values).toSorted()).toEqual([...eventVariableNames].toSorted());
  for (const spelled of ['Jid', 'jid', 'JID']) {
    expect(fillUrlTemplate(`$${spelled}$`, values)).toBe('5554987654321%40s.whatsapp.net');
  }
});

it('fills what it knows', () => {
  expect(eventVariables(visit, contact, agent, { ...terminal, agentEmail: 't@example.com' })).toEqual({
    InstanceId: '7',
    ProfileId: '',
    Jid: '5554987654321@s.whatsapp.net',
    name: 'Maria & João',
    isGroup: 'false',
    StatusInt: '1',
    Status: 'Locked',
    LockedUserId: '12',
    LockedUserName: 'Totem da loja',
    LockedUserLogin: 't@example.com',
    DepartmentId: '3',
    Department: 'Financeiro',
    SegmentName: 'Cliente',
    LastMessageId: '',
    MsgRead: '',
    MsgUnread: '',
    Email: 'maria@example.com',
    Phone: '54987654321',
    Document: '529.982.247-25',
    Note: '',
    CreateDate: '',
    LastStatusDateTime: '20261121 09:00:05',
    LockedUserDate: '20261121 09:00:05',
    wid: 'C61BBC40',
    webid: '',
    UsuarioNome: 'Totem da loja',
    UsuarioLogin: 't@example.com',
    IdUsuario: '12',
    Departamento: 'Financeiro',
    JidDestiny: '5554987654321@s.whatsapp.net',
    TextMessage: '',
  });
});

it('leaves empty what it does not know, and invents nothing', () => {
  const stranger = { document: '52998224725', name: '', customerErpId: '' };
  const values = eventVariables({ id: 'v1', startedAt, contact: stranger }, stranger, {}, terminal);
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  expect(Object.fromEntries(filled)).toEqual({
    isGroup: 'false',
    StatusInt: '0',
    Status: 'Normal',
    UsuarioNome: 'T01',
    Document: '529.982.247-25',
  });
});

it.each([
  [{ agentName: 'Totem' }, terminal, 'Totem'],
  [{ agentId: 0 }, terminal, 'T01'],
  [{}, { ...terminal, agentEmail: 't@example.com' }, 'T01'],
])('the contact is locked to the agent that %o and %o name', (who, where, name) => {
  expect(eventVariables(visit, contact, who, where)).toMatchObject({
    Status: 'Locked',
    LockedUserName: name,
  });
});

it('takes what the platform told over the settings', () => {
  const chatProfile = {
    jid: '555487654321@s.whatsapp.net',
    segment: 'Empresa',
    note: 'Prefere manhã',
    profileId: '99',
  };
  expect(eventVariables({ ...visit, chatProfile }, contact, agent, terminal)).toMatchObject({
    Jid: '555487654321@s.whatsapp.net',
    SegmentName: 'Empresa',
    Note: 'Prefere manhã',
    ProfileId: '99',
  });
});

it('writes times in the zone that is set', () => {
  const values = eventVariables(visit, contact, { ...agent, timeZone: 'UTC' }, terminal);
  expect(values.LockedUserDate).toBe('20261121 12:00:05');
});

it.each([
  ['54987654321', undefined, '5554987654321@s.whatsapp.net'],
  // The platform's own is kept, with or without the ninth digit, though only of the same number.
  ['54987654321', '555487654321@s.whatsapp.net', '555487654321@s.whatsapp.net'],
  ['54987650000', '555487654321@s.whatsapp.net', '5554987650000@s.whatsapp.net'],
  ['123', undefined, ''],
  // Landlines have no messages.
  ['5434567890', undefined, ''],
  ['5434567890', '555434567890@s.whatsapp.net', '555434567890@s.whatsapp.net'],
])('the WhatsApp id of %s, told %s, is %s', (number, jid, expected) => {
  expect(jidFor(number, jid === undefined ? undefined : { jid })).toBe(expected);
});
