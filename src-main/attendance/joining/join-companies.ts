import type { CatalogueEntry } from '../../domain/catalogue.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import type { JoinErp, JoinErpRules, JoinList } from './join-erp.ts';
import type { JoinCompany, Registration } from './join-form.ts';

const operations = {
  prospect: 'createProspect',
  order: 'createOrder',
  lead: 'createLead',
} as const satisfies Record<Registration, string>;

/** What somebody new becomes at this ERP: what the settings say, or the most that its profile has. */
export function createdAt({ gateway }: JoinErp, rules: JoinErpRules): Registration | undefined {
  const wanted: readonly Registration[] = rules.creates ? [rules.creates] : ['prospect', 'order', 'lead'];
  return wanted.find((each) => gateway.offers(operations[each]));
}

/**
 * The companies with their lists, read all at once. One whose lists cannot be read is left out, and the log says so;
 * a failure only when that leaves none.
 */
export async function readCompanies(
  erps: readonly JoinErp[],
  lists: readonly JoinList[],
  rulesOf: (erp: string) => JoinErpRules,
  log: Log,
): Promise<Result<readonly JoinCompany[], RemoteFailure>> {
  const answers = await Promise.all(erps.map((erp) => readCompany(erp, lists, rulesOf(erp.id))));
  const companies = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const failures = answers.flatMap((answer, place) =>
    answer.ok ? [] : [{ erp: erps[place]?.id, error: answer.error }],
  );
  for (const { erp, error } of failures) log.warn('ERP-PARTLY-UNAVAILABLE', { erp, kind: error.kind });
  const [failed] = failures;
  return companies.length === 0 && failed ? failure(failed.error) : success(companies);
}

async function readCompany(
  erp: JoinErp,
  lists: readonly JoinList[],
  rules: JoinErpRules,
): Promise<Result<JoinCompany, RemoteFailure>> {
  const { gateway, id, companyName } = erp;
  const read = <T>(list: JoinList, ask: () => Promise<Result<readonly T[], RemoteFailure>>) =>
    lists.includes(list) && gateway.offers(list) ? ask() : Promise.resolve(success<readonly T[]>([]));
  const [cities, products, dueDates, origins, resellers] = await Promise.all([
    read('listCities', () => gateway.listCities()),
    read('listProducts', () => gateway.listProducts()),
    read('listDueDates', () => gateway.listDueDates()),
    read('listOrigins', () => gateway.listOrigins()),
    read('listResellers', () => gateway.listResellers()),
  ]);
  if (!cities.ok) return cities;
  if (!products.ok) return products;
  if (!dueDates.ok) return dueDates;
  if (!origins.ok) return origins;
  if (!resellers.ok) return resellers;
  return success({
    erp: id,
    companyName,
    creates: createdAt(erp, rules) ?? 'order',
    takesLeads: gateway.offers('createLead'),
    cities: byName(offered(cities.value, rules.cities)),
    products: offered(products.value, rules.products),
    dueDates: dueDates.value,
    origins: origins.value,
    resellers: resellers.value,
    resellerId: rules.resellerId,
    originId: rules.originId,
  });
}

/** Those that the settings name, by id or name; all where they name none. */
function offered<T extends CatalogueEntry>(rows: readonly T[], wanted: readonly string[]): readonly T[] {
  if (wanted.length === 0) return rows;
  const names = new Set(wanted.map((each) => each.trim().toLowerCase()));
  return rows.filter(({ id, name }) => names.has(id.toLowerCase()) || names.has(name.toLowerCase()));
}

/** So that one finds one's own city among hundreds. */
function byName<T extends CatalogueEntry>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'pt-BR'));
}
