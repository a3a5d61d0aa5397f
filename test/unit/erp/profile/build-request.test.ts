import { describe, expect, it } from 'vitest';
import { buildRequest, type RequestShape } from '../../../../src-main/erp/profile/build-request.ts';

const frame = {
  baseUrl: 'https://erp.example.com/api/',
  headers: { Authorization: 'Bearer s3cret' },
  timeoutMs: 8000,
};
const get: RequestShape = { method: 'GET', path: '/clientes' };
const post: RequestShape = { method: 'POST', path: '/faturas/baixa' };

function build(shape: RequestShape, input: unknown) {
  const request = buildRequest(shape, input, frame);
  return request.ok ? request.value : request.error;
}

describe('the input of a request', () => {
  it('goes into the query of a GET', () => {
    expect(build(get, { cnpj_cpf: '12ABC34501DE35' })).toEqual({
      method: 'GET',
      url: 'https://erp.example.com/api/clientes?cnpj_cpf=12ABC34501DE35',
      headers: { accept: 'application/json', Authorization: 'Bearer s3cret' },
      timeoutMs: 8000,
    });
  });

  it('adds to a query that the path has already, escaped', () => {
    const path = 'rest?op=faturas';
    expect(
      build({ ...get, path }, { document: 1, id_contrato: 'a&b=ç', none: null, yes: true }),
    ).toMatchObject({
      url: 'https://erp.example.com/api/rest?op=faturas&document=1&id_contrato=a%26b%3D%C3%A7&yes=true',
    });
  });

  it.each(['GET', 'POST'] as const)('goes into a JSON body, also of a %s', (method) => {
    expect(build({ ...get, method, place: 'json' }, { razão_social: 'A', list: [{ a: 1 }] })).toEqual({
      method,
      url: 'https://erp.example.com/api/clientes',
      headers: {
        accept: 'application/json',
        Authorization: 'Bearer s3cret',
        'content-type': 'application/json',
      },
      body: '{"razão_social":"A","list":[{"a":1}]}',
      timeoutMs: 8000,
    });
  });

  it('goes into a form', () => {
    expect(build({ ...post, place: 'form' }, { a: 'ç d', b: 2 })).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=%C3%A7+d&b=2',
    });
  });

  it('goes into the path, and then nowhere else', () => {
    const path = '/clientes/{id}/faturas/{fatura}';
    expect(build({ ...get, path }, { id: 'a/b?', fatura: 7, x: 1 })).toMatchObject({
      url: 'https://erp.example.com/api/clientes/a%2Fb%3F/faturas/7?x=1',
    });
  });

  it.each([undefined, null, '', '.', '..', {}])(
    'that would make the path another one (%j) is refused',
    (id) => {
      expect(build({ ...get, path: '/clientes/{id}' }, { id })).toBe('the path lacks id');
    },
  );

  it('must be an object, of texts and numbers where it is no JSON', () => {
    expect(build(get, 'x')).toBe('the input is not an object');
    expect(build(get, { a: ['x'] })).toBe('a is neither text nor number');
  });

  it('may be none', () => {
    expect(build(get, undefined)).toMatchObject({ url: 'https://erp.example.com/api/clientes' });
    expect(build(post, undefined)).not.toHaveProperty('body');
  });
});

describe('a request', () => {
  it('has headers of the profile, and those that show who asks above them', () => {
    expect(build({ ...get, headers: { ixcsoft: 'listar', Authorization: 'x' } }, {})).toMatchObject({
      headers: { ixcsoft: 'listar', Authorization: 'Bearer s3cret' },
    });
  });

  it('says what the answer is written in', () => {
    expect(build({ ...get, charset: 'windows-1252' }, {})).toMatchObject({ charset: 'windows-1252' });
  });

  it.each(['@evil.example/x', '//evil.example/x', 'https://evil.example/x', '.evil.example/x'])(
    'is not led to another host by the path %j',
    (path) => {
      const request = buildRequest(
        { method: 'GET', path },
        {},
        { ...frame, baseUrl: 'https://erp.example.com' },
      );
      const url = new URL(request.ok ? request.value.url : '');
      expect(url.host).toBe('erp.example.com');
      expect(url.username).toBe('');
    },
  );
});
