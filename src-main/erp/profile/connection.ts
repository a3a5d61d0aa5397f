import type { Clock } from '../../domain/clock.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Log } from '../../logging/log.ts';
import type { MappingEngine } from '../mapping/mapping-engine.ts';

/** Secrets by which an ERP knows the kiosk; which of them are needed, the profile's authentication says. */
export interface ErpCredentials {
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** One ERP in particular, and the means to speak to it. */
export interface ErpConnection {
  /** Below it lie the profile's paths, e.g. "https://erp.example.com/api". */
  readonly baseUrl: string;
  readonly credentials: ErpCredentials;
  readonly http: HttpClient;
  readonly mapping: MappingEngine;
  readonly clock: Clock;
  readonly log: Log;
}
