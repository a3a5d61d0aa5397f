import { z } from 'zod';
import { json } from '../server/exchange.ts';
import { type LocationBook, locationOnWire } from './location-book.ts';
import { problem } from './problem.ts';
import type { GuardedRoute } from './routes.ts';

const bodySchema = z.object({ tipoCob: z.enum(['cob', 'cobv']) });

/** Making and reading locations. */
export function locationRoutes(locations: LocationBook): readonly GuardedRoute[] {
  return [
    {
      operation: 'createLocation',
      method: 'POST',
      path: '/loc',
      scope: 'payloadlocation.write',
      act: (request) => {
        const body = bodySchema.safeParse(request.body);
        if (body.success) return json(201, locationOnWire(locations.make(body.data.tipoCob)));
        const detail = 'A presente requisição busca criar uma location sem respeitar o schema estabelecido.';
        return problem(400, 'PayloadLocationOperacaoInvalida', detail);
      },
    },
    {
      operation: 'getLocation',
      method: 'GET',
      path: '/loc/:id',
      scope: 'payloadlocation.read',
      act: (request) => {
        const location = locations.find(Number(request.params.id));
        if (location !== undefined) return json(200, locationOnWire(location));
        return problem(404, 'PayloadLocationNaoEncontrado', 'Location não encontrada para o id informado.');
      },
    },
  ];
}
