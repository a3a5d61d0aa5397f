import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import { errorList, errors } from './errors.ts';
import type { Org, SObjectName, Written } from './org.ts';
import { answerQuery, answerSearch } from './queries.ts';

const root = '/services/data/:version';
const creatable: readonly SObjectName[] = ['Contact', 'CaseComment', 'ContentVersion'];

/** Names of the custom fields of Case that are external ids. */
export const externalIdFields = ['BalcaoVisit__c', 'Balcao_Id__c'];

/** Operations on records, which a composite request may hold too. */
export function sobjectRoutes(org: Org): readonly Route[] {
  return [
    {
      operation: 'upsertCase',
      method: 'PATCH',
      path: `${root}/sobjects/Case/:field/:externalId`,
      act: (request) => upsertCase(org, request),
    },
    {
      operation: 'updateCase',
      method: 'PATCH',
      path: `${root}/sobjects/Case/:id`,
      act: (request) => updateCase(org, request),
    },
    {
      operation: 'create',
      method: 'POST',
      path: `${root}/sobjects/:object`,
      act: (request) => create(org, request),
    },
    {
      operation: 'describe',
      method: 'GET',
      path: `${root}/sobjects/:object/describe`,
      act: (request) => describe(org, request.params.object ?? ''),
    },
    {
      operation: 'query',
      method: 'GET',
      path: `${root}/query`,
      act: ({ query, params }) => answerQuery(org, query.q ?? '', params.version ?? ''),
    },
    {
      operation: 'search',
      method: 'GET',
      path: `${root}/search`,
      act: ({ query, params }) => answerSearch(org, query.q ?? '', params.version ?? ''),
    },
  ];
}

/** 201 when created; an update answers 200 with a body since v46.0, 204 before. */
function upsertCase(org: Org, request: SimulatorRequest): Answer {
  const { version = '', field = '', externalId = '' } = request.params;
  const release = /^v(\d+)\.0$/.exec(version)?.[1];
  if (release === undefined) return errors(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (request.body === undefined) return errors(400, 'JSON_PARSER_ERROR', 'The request body is not JSON');
  const fields = fieldsOf(request.body);
  if (!externalIdFields.includes(field)) {
    return errors(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${field}`,
    );
  }
  if (field in fields) {
    return errors(400, 'INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`);
  }
  const written = org.upsertCase(field, externalId, fields);
  if ('error' in written) return errorList(written.status, written.error);
  if (!written.created && Number(release) < 46) return noContent();
  return json(written.created ? 201 : 200, { ...success(written), created: written.created });
}

function updateCase(org: Org, request: SimulatorRequest): Answer {
  const written = org.updateCase(request.params.id ?? '', fieldsOf(request.body));
  return 'error' in written ? errorList(written.status, written.error) : noContent();
}

function create(org: Org, request: SimulatorRequest): Answer {
  const object = creatable.find((name) => name === request.params.object);
  if (!object) return errors(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (request.body === undefined) return errors(400, 'JSON_PARSER_ERROR', 'The request body is not JSON');
  const rule = String(request.headers['sforce-duplicate-rule-header'] ?? '');
  const written = org.create(object, fieldsOf(request.body), rule.includes('allowSave=true'));
  return 'error' in written ? errorList(written.status, written.error) : json(201, success(written));
}

function describe(org: Org, object: string): Answer {
  const common = ['Id', 'CreatedDate', 'CreatedById'].map((name) => ({
    name,
    externalId: false,
    createable: name !== 'Id' && org.auditFields,
  }));
  const custom = externalIdFields.map((name) => ({ name, externalId: true, createable: true }));
  const plain = { name: 'BalcaoPlain__c', externalId: false, createable: true };
  return json(200, { name: object, fields: object === 'Case' ? [...common, ...custom, plain] : common });
}

function success(written: Extract<Written, { readonly id: string }>) {
  return { id: written.id, success: true, errors: [] };
}

function noContent(): Answer {
  return { status: 204, contentType: 'application/json', body: '' };
}
